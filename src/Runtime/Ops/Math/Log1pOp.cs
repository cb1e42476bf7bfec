namespace NnGen;

/// <summary>The natural logarithm of <c>1 + x</c>, accurate also near 0.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct Log1pOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Log1p(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy / (V.One + x);
}
