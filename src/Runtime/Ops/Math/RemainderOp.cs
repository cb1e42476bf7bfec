namespace NnGen;

/// <summary>What is left of <c>a</c> divided by <c>b</c>, with the sign of <c>b</c>.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct RemainderOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => VectorMath.Remainder(a, b);

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V dy)
        where V : struct, IVector<V>
        => dy;

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => -dy * V.Floor(a / b);
}
