namespace NnGen;

/// <summary><c>x + scalar</c>.</summary>
/// <param name="scalar">The number added.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct AddScalarOp(double scalar)
{
    private readonly float _scalar = (float)scalar;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x + V.Create(_scalar);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
