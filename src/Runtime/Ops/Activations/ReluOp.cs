namespace NnGen;

/// <summary><c>max(x, 0)</c>; NaN stays NaN.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ReluOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Max(x, V.Zero);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy, V.LessThanOrEqual(y, V.Zero));
}
