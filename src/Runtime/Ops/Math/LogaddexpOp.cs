using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>The logarithm of <c>exp(a) + exp(b)</c>.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct LogaddexpOp
{
    /// <summary>The result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
    {
        var larger = V.Max(a, b);
        var sum = larger + V.Log1p(V.Exp(-V.Abs(a - b)));
        return V.Select(V.Equal(a, b), larger + V.Create(0.693147181f), sum);
    }

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V a, V y, V dy)
        where V : struct, IVector<V>
        => dy * V.Exp(a - y);

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V b, V y, V dy)
        where V : struct, IVector<V>
        => dy * V.Exp(b - y);
}
