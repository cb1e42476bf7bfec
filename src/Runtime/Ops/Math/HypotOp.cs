using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>The length of the hypotenuse: the square root of <c>a² + b²</c>.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct HypotOp
{
    /// <summary>The result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
    {
        // Scaled by the larger leg, so that no square overflows or vanishes.
        var larger = V.Max(V.Abs(a), V.Abs(b));
        var ratio = V.Min(V.Abs(a), V.Abs(b)) / larger;
        var y = V.Select(V.Equal(larger, V.Zero), V.Zero, larger * V.Sqrt(V.MultiplyAdd(ratio, ratio, V.One)));
        var infinity = V.Create(float.PositiveInfinity);
        return V.Select(V.Or(V.Equal(V.Abs(a), infinity), V.Equal(V.Abs(b), infinity)), infinity, y);
    }

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V a, V y, V dy)
        where V : struct, IVector<V>
        => dy * a / y;

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V b, V y, V dy)
        where V : struct, IVector<V>
        => dy * b / y;
}
