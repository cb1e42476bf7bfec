namespace NnGen;

/// <summary>The activation that a layer was made with.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ActivationOp(Activation activation)
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => activation == Activation.ReLU ? default(ReluOp).Forward(x) : default(GeluOp).Forward(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => activation == Activation.ReLU ? V.And(dy, V.GreaterThan(x, V.Zero)) : default(GeluOp).Backward(x, dy);
}
