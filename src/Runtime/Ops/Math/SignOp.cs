namespace NnGen;

/// <summary>-1, 0 or 1, by the sign.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct SignOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Sign(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Zero;
}
