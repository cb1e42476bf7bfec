namespace NnGen;

/// <summary>The inverse hyperbolic tangent.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct AtanhOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Atanh(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy / ((V.One - x) * (V.One + x));
}
