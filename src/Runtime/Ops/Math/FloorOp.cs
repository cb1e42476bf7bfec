namespace NnGen;

/// <summary>The largest whole number that is not above.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct FloorOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Floor(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Zero;
}
