using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Recurrent cells without gates over sequences: torch.nn.RNN. Weights and biases start uniform in ±1/sqrt(hiddenSize); their keys are PyTorch's:
/// weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_ih_l0_reverse, ...
/// </summary>
public sealed class RNN : HiddenStateRNN
{
    /// <summary>Layers whose results are the inputs of the next ones.</summary>
    /// <param name="inputSize">Features of the input.</param>
    /// <param name="hiddenSize">Features of the hidden state.</param>
    /// <param name="numLayers">Number of layers on top of each other. Default: 1.</param>
    /// <param name="nonlinearity">Hyperbolic tangent or ReLU. Default: hyperbolic tangent.</param>
    /// <param name="bias">Whether layers have biases. Default: true.</param>
    /// <param name="batchFirst">Whether input and output are [batch, sequence, features]. Default: [sequence, batch, features].</param>
    /// <param name="dropout">Probability of dropout of the results of every layer but the last, in training mode. Default: 0.</param>
    /// <param name="bidirectional">Whether each layer also runs from the last step to the first. Default: no.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or the dropout is not between 0 and 1.</exception>
    public RNN(
        int inputSize,
        int hiddenSize,
        int numLayers = 1,
        Nonlinearity nonlinearity = Nonlinearity.Tanh,
        bool bias = true,
        bool batchFirst = false,
        double dropout = 0,
        bool bidirectional = false)
        : base(Gates(nonlinearity), inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional)
    => Nonlinearity = nonlinearity;

    /// <summary>Hyperbolic tangent or ReLU.</summary>
    public Nonlinearity Nonlinearity { get; }

    /// <inheritdoc cref="Module.Train"/>
    public new RNN Train(bool mode = true) => (RNN)base.Train(mode);

    /// <inheritdoc cref="Module.Eval"/>
    public new RNN Eval() => Train(false);

    /// <inheritdoc/>
    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
        => Nonlinearity == Nonlinearity.ReLU ? Bind<ReluCell>(method, inputs, kind) : Bind<TanhCell>(method, inputs, kind);

    /// <summary>One gate, of a nonlinearity that is refused before weights are drawn.</summary>
    private static int Gates(Nonlinearity nonlinearity)
    {
        RNNCell.Checked(nonlinearity);
        return 1;
    }
}
