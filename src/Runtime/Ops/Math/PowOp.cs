using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>a</c> to the power of <c>b</c>.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct PowOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => V.Pow(a, b);

    /// <summary>The gradient of <c>a</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V BackwardA<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy * b * V.Pow(a, b - V.One), V.Equal(b, V.Zero));

    /// <summary>The gradient of <c>b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V BackwardB<V>(V a, V b, V y, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy * y * V.Log(a), V.And(V.Equal(a, V.Zero), V.GreaterThanOrEqual(b, V.Zero)));
}
