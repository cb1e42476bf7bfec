namespace NnGen;

/// <summary><c>log(sigmoid(x))</c>, exact also where the sigmoid is tiny.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct LogSigmoidOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Min(x, V.Zero) - V.Log1p(V.Exp(-V.Abs(x)));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * V.Sigmoid(-x);
}
