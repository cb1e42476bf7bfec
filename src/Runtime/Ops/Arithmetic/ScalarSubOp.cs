namespace NnGen;

/// <summary><c>scalar - x</c>.</summary>
/// <param name="scalar">The number subtracted from.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct ScalarSubOp(double scalar)
{
    private readonly float _scalar = (float)scalar;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Create(_scalar) - x;

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => -dy;
}
