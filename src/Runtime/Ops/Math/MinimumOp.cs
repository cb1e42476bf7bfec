namespace NnGen;

/// <summary>The smaller of two elements; NaN where either is. The gradient is shared where both are equal.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct MinimumOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => V.Min(a, b);

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V a, V b, V dy)
        where V : struct, IVector<V>
    {
        var share = V.Select(V.Equal(a, b), dy * V.Create(0.5f), dy);
        return V.And(share, V.LessThanOrEqual(a, b));
    }

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V a, V b, V dy)
        where V : struct, IVector<V>
    {
        var share = V.Select(V.Equal(a, b), dy * V.Create(0.5f), dy);
        return V.And(share, V.LessThanOrEqual(b, a));
    }
}
