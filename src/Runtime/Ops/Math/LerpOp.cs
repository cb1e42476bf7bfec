using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>The point that lies at <c>weight</c> on the way from <c>a</c> to <c>b</c>.</summary>
[Op("a: #*S; b: #*S; weight: #*S -> y: *S")]
public readonly partial struct LerpOp
{
    /// <summary>The result; from the nearer end, so that both ends are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V a, V b, V weight)
        where V : struct, IVector<V>
        => V.Select(V.LessThan(V.Abs(weight), V.Create(0.5f)), V.MultiplyAdd(weight, b - a, a), b - ((b - a) * (V.One - weight)));

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V weight, V dy)
        where V : struct, IVector<V>
        => dy * (V.One - weight);

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V weight, V dy)
        where V : struct, IVector<V>
        => dy * weight;

    /// <summary>The gradient of <c>weight</c>.</summary>
    public V BackwardWeight<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => dy * (b - a);
}
