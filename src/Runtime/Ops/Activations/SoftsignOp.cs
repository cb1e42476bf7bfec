namespace NnGen;

/// <summary><c>x / (1 + |x|)</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct SoftsignOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x / (V.One + V.Abs(x));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        var d = V.One + V.Abs(x);
        return dy / (d * d);
    }
}
