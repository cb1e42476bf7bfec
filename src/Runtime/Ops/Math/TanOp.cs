namespace NnGen;

/// <summary>The tangent.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct TanOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Sin(x) / V.Cos(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * V.MultiplyAdd(y, y, V.One);
}
