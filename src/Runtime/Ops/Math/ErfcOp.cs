namespace NnGen;

/// <summary>One minus the error function, accurate also where it is small.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ErfcOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => VectorMath.Erfc(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(-1.12837917f) * V.Exp(-(x * x));
}
