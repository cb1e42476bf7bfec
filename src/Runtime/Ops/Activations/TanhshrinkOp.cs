namespace NnGen;

/// <summary><c>x - tanh(x)</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct TanhshrinkOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x - V.Tanh(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        var tanh = V.Tanh(x);
        return dy * (tanh * tanh);
    }
}
