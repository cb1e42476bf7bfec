namespace NnGen;

/// <summary>The inverse cosine, in radians.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct AcosOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Acos(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => -dy / V.Sqrt((V.One - x) * (V.One + x));
}
