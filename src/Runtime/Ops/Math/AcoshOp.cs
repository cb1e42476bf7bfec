namespace NnGen;

/// <summary>The inverse hyperbolic cosine.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct AcoshOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Acosh(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy / V.Sqrt((x - V.One) * (x + V.One));
}
