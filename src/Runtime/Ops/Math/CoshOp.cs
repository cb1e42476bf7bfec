namespace NnGen;

/// <summary>The hyperbolic cosine.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct CoshOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Cosh(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * VectorMath.Sinh(x);
}
