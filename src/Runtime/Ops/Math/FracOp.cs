namespace NnGen;

/// <summary>What follows the point, with the sign of <c>x</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct FracOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x - V.Truncate(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
