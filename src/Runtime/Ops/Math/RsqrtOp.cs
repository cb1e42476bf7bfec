namespace NnGen;

/// <summary>One divided by the square root.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct RsqrtOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.One / V.Sqrt(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(-0.5f) * (y * y * y);
}
