namespace NnGen;

/// <summary>The inverse tangent, in radians.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct AtanOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Atan(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy / V.MultiplyAdd(x, x, V.One);
}
