namespace NnGen;

/// <summary>The hyperbolic tangent.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct TanhOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Tanh(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * (V.One - (y * y));
}
