namespace NnGen;

/// <summary>The error function.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ErfOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Erf(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(1.12837917f) * V.Exp(-(x * x));
}
