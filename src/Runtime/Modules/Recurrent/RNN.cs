using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Recurrent cells without gates over sequences: torch.nn.RNN. Weights and biases start uniform in ±1/sqrt(hiddenSize); their keys are PyTorch's:
/// weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_ih_l0_reverse, ...
/// </summary>
public sealed class RNN : RNNBase, IModule<Tensor, (Tensor Output, Tensor H)>
{
    private const string Key = "Forward(Float32, Float32)";

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
        : base(gates: 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional)
    => Nonlinearity = RNNCell.Checked(nonlinearity);

    /// <summary>Hyperbolic tangent or ReLU.</summary>
    public Nonlinearity Nonlinearity { get; }

    /// <summary>The hidden states of the last layer at each step, and those of all layers after the last one.</summary>
    /// <param name="input">[sequence, batch, inputSize], [batch, sequence, inputSize] with <see cref="RNNBase.BatchFirst"/>, or [sequence, inputSize].</param>
    /// <param name="hx">The first hidden states, [numLayers·directions, batch, hiddenSize], without the batch where the input has none. Default: zeros.</param>
    /// <returns>The output, [sequence, batch, directions·hiddenSize] in the order of the input; and the last states, in the shape of <paramref name="hx"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    public (Tensor Output, Tensor H) Forward(Tensor input, Tensor? hx = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckInput(input.Shape);
        return RnnOp.Apply(input, hx, Weights, HiddenSize, NumLayers, Directions, BatchFirst, Dropout, Training, Nonlinearity);
    }

    /// <summary>The compiled forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward"/>
    public (Tensor Output, Tensor H) Call(Tensor input, Tensor? hx = null) => Results(Runner.CallMany(this, Key, [input, hx]));

    /// <summary>The compiled forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward"/>
    public (Tensor Output, Tensor H) Predict(Tensor input, Tensor? hx = null) => Results(Runner.PredictMany(this, Key, [input, hx]));

    (Tensor Output, Tensor H) IModule<Tensor, (Tensor Output, Tensor H)>.Forward(Tensor input) => Forward(input);

    (Tensor Output, Tensor H) IModule<Tensor, (Tensor Output, Tensor H)>.Call(Tensor input) => Call(input);

    (Tensor Output, Tensor H) IModule<Tensor, (Tensor Output, Tensor H)>.Predict(Tensor input) => Predict(input);

    /// <inheritdoc cref="Module.Train"/>
    public new RNN Train(bool mode = true) => (RNN)base.Train(mode);

    /// <inheritdoc cref="Module.Eval"/>
    public new RNN Eval() => Train(false);

    /// <inheritdoc/>
    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
    {
        if (method is not (Key or "Forward"))
            return base.Bind(method, inputs, kind);
        CheckInput(inputs[0]);
        var bound = RnnOp.Contract.Infer("Rnn", WithWeights(inputs), [NumLayers, Directions, HiddenSize, BatchFirst]);
        return Nonlinearity == Nonlinearity.ReLU
            ? new RecurrentPlan<ReluCell>(this, bound, kind)
            : new RecurrentPlan<TanhCell>(this, bound, kind);
    }

    private static (Tensor Output, Tensor H) Results(TensorBase[] results) => ((Tensor)results[0], (Tensor)results[1]);
}
