namespace NnGen;

/// <summary>The inverse of the error function.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ErfinvOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Erfinv(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(0.886226925f) * V.Exp(y * y);
}
