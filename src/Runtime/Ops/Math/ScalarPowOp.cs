namespace NnGen;

/// <summary>A number to the power of <c>x</c>.</summary>
/// <param name="scalar">The number.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct ScalarPowOp(double scalar)
{
    private readonly float _base = (float)scalar;
    private readonly float _logarithm = (float)Math.Log(scalar);

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Pow(V.Create(_base), x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => _base == 0 ? V.Zero : dy * y * V.Create(_logarithm);
}
