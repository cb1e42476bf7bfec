namespace NnGen;

/// <summary>What is left of <c>x</c> divided by a number, with the sign of <c>x</c>.</summary>
/// <param name="scalar">The number.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct FmodScalarOp(double scalar)
{
    private readonly float _divisor = (float)scalar;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Fmod(x, V.Create(_divisor));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
