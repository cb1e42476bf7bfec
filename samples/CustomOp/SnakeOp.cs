using NnGen;

namespace CustomOpSample;

/// <summary>
/// Snake, <c>x + sin²(alpha·x) / alpha</c>: an activation that goes on with what repeats, where ReLU goes straight on (Liu, Hartwig and Ueda,
/// Neural networks fail to learn periodic functions and how to fix it, 2020). NnGen does not have it: this file is all that it takes.
/// </summary>
[Op("x: #*S; alpha: #*S -> y: *S")]
public readonly partial struct SnakeOp
{
    /// <summary>The activation, over vectors of any width.</summary>
    public V Forward<V>(V x, V alpha)
        where V : struct, IVector<V>
    {
        var sin = V.Sin(alpha * x);
        return x + (sin * sin / alpha);
    }

    /// <summary>The gradient of <c>x</c>: <c>dy · (1 + sin(2·alpha·x))</c>.</summary>
    public V BackwardX<V>(V x, V alpha, V dy)
        where V : struct, IVector<V>
        => dy * (V.One + V.Sin(V.Create(2) * alpha * x));

    /// <summary>The gradient of <c>alpha</c>: <c>dy · (x·sin(2·alpha·x) - sin²(alpha·x) / alpha) / alpha</c>.</summary>
    public V BackwardAlpha<V>(V x, V alpha, V dy)
        where V : struct, IVector<V>
    {
        var sin = V.Sin(alpha * x);
        return dy * ((x * V.Sin(V.Create(2) * alpha * x)) - (sin * sin / alpha)) / alpha;
    }
}

/// <summary>Snake as a layer that learns alpha for each feature.</summary>
[Module]
public partial class Snake(int features)
{
    public Parameter Alpha { get; } = new(Tensor.Full([features], 3));

    [return: Shape("N, features")]
    public Tensor Forward([Shape("N, features")] Tensor x) => SnakeOp.Apply(x, Alpha);
}
