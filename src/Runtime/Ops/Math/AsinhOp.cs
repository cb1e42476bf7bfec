namespace NnGen;

/// <summary>The inverse hyperbolic sine.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct AsinhOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Asinh(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy / V.Sqrt(V.MultiplyAdd(x, x, V.One));
}
