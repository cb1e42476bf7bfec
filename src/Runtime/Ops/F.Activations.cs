namespace NnGen;

/// <summary>The functions of <c>torch.nn.functional</c>.</summary>
public static partial class F
{
    /// <summary><c>max(x, 0)</c> of each element.</summary>
    [Lowers(typeof(ReluOp))]
    public static Tensor Relu(Tensor x) => ReluOp.Apply(x);

    /// <summary><c>1 / (1 + exp(-x))</c> of each element.</summary>
    [Lowers(typeof(SigmoidOp))]
    public static Tensor Sigmoid(Tensor x) => SigmoidOp.Apply(x);

    /// <summary>The hyperbolic tangent of each element.</summary>
    [Lowers(typeof(TanhOp))]
    public static Tensor Tanh(Tensor x) => TanhOp.Apply(x);

    /// <summary>Exponentials scaled so that they sum to 1 along a dim.</summary>
    /// <param name="x">The scores.</param>
    /// <param name="dim">The dim, counted from the end where negative.</param>
    /// <exception cref="ShapeException">There is no such dim.</exception>
    [Lowers(typeof(SoftmaxOp))]
    public static Tensor Softmax(Tensor x, int dim) => SoftmaxOp.Apply(x, dim);

    /// <summary>The logarithm of <see cref="Softmax"/>, exact also where probabilities are tiny.</summary>
    /// <inheritdoc cref="Softmax"/>
    [Lowers(typeof(LogSoftmaxOp))]
    public static Tensor LogSoftmax(Tensor x, int dim) => LogSoftmaxOp.Apply(x, dim);

    /// <summary>Softmax of the negated elements.</summary>
    /// <param name="x">Of any shape.</param>
    /// <param name="dim">The dim along which the result sums to 1.</param>
    [Differentiable]
    public static Tensor Softmin(Tensor x, int dim) => SoftmaxOp.Apply(-x, dim);

    /// <summary>Samples of the Gumbel-softmax distribution (Jang et al. 2016): a softmax of logits to which noise is added.</summary>
    /// <param name="logits">Logarithms of probabilities, not necessarily normalised.</param>
    /// <param name="tau">The temperature. Default: 1.</param>
    /// <param name="hard">Whether samples are one-hot, with the gradient of the soft ones. Default: no.</param>
    /// <param name="dim">The dim along which probabilities sum to 1. Default: the last.</param>
    [Differentiable]
    public static Tensor GumbelSoftmax(Tensor logits, double tau = 1, bool hard = false, int dim = -1)
        => HardSampleOp.Apply(SoftmaxOp.Apply((logits + GumbelNoiseOp.Apply(logits, dim)) / tau, dim), dim, hard);
}
