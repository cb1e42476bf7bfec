using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>x · tanh(softplus(x))</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct MishOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
    {
        var n = Numerator(x);
        return x * (n / (n + V.Create(2)));
    }

    /// <summary>The gradient of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        var n = Numerator(x);
        var inverse = V.One / (n + V.Create(2));
        var tanh = n * inverse;
        var slope = (V.One + tanh) * (V.Create(2) * inverse);
        return dy * (tanh + (x * slope * V.Sigmoid(x)));
    }

    /// <summary>The n of <c>tanh(softplus(x)) = n / (n + 2)</c>: <c>e · (e + 2)</c> with e = exp(x). From x = 20 on the quotient is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Numerator<V>(V x)
        where V : struct, IVector<V>
    {
        var e = V.Exp(V.Min(x, V.Create(20)));
        return e * (e + V.Create(2));
    }
}
