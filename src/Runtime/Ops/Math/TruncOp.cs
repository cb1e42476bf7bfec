namespace NnGen;

/// <summary>The whole number without what follows the point.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct TruncOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Truncate(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Zero;
}
