namespace NnGen;

/// <summary><c>x · sigmoid(x)</c>, also known as swish.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct SiluOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x * V.Sigmoid(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        var sigmoid = V.Sigmoid(x);
        return dy * (sigmoid * (V.One + (x * (V.One - sigmoid))));
    }
}
