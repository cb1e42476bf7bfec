namespace NnGen;

/// <summary>
/// One step of recurrent units without gates: torch.nn.RNNCell. Weights and biases start uniform in ±1/sqrt(hiddenSize).
/// </summary>
/// <param name="inputSize">Features of the input.</param>
/// <param name="hiddenSize">Features of the hidden state.</param>
/// <param name="bias">Whether there are biases. Default: true.</param>
/// <param name="nonlinearity">Hyperbolic tangent or ReLU. Default: hyperbolic tangent.</param>
[Module]
public sealed partial class RNNCell(int inputSize, int hiddenSize, bool bias = true, Nonlinearity nonlinearity = Nonlinearity.Tanh)
{
    /// <summary>Features of the input.</summary>
    public int InputSize { get; } = inputSize;

    /// <summary>Features of the hidden state.</summary>
    public int HiddenSize { get; } = hiddenSize;

    /// <summary>Hyperbolic tangent or ReLU.</summary>
    public Nonlinearity Nonlinearity { get; } = Checked(nonlinearity);

    /// <summary>Gates by features of the input.</summary>
    [Shape("hiddenSize, inputSize")]
    public Parameter WeightIh { get; set; } = RecurrentInit.New(hiddenSize, hiddenSize, inputSize);

    /// <summary>Gates by features of the hidden state.</summary>
    [Shape("hiddenSize, hiddenSize")]
    public Parameter WeightHh { get; set; } = RecurrentInit.New(hiddenSize, hiddenSize, hiddenSize);

    /// <summary>The bias of each gate; null where there is none.</summary>
    [Shape("hiddenSize")]
    public Parameter? BiasIh { get; } = bias ? RecurrentInit.New(hiddenSize, hiddenSize) : null;

    /// <summary>A second bias of each gate, added to the product of the hidden state; null where there is none.</summary>
    [Shape("hiddenSize")]
    public Parameter? BiasHh { get; } = bias ? RecurrentInit.New(hiddenSize, hiddenSize) : null;

    /// <summary>The hidden state after a step.</summary>
    /// <param name="input">[*B, inputSize].</param>
    /// <param name="hx">The hidden state before, [*B, hiddenSize]. Default: zeros.</param>
    /// <returns>[*B, hiddenSize].</returns>
    [return: Shape("*B, hiddenSize")]
    public Tensor Forward([Shape("*B, inputSize")] Tensor input, [Shape("*B, hiddenSize")] Tensor? hx = null)
        => RnnCellOp.Apply(input, hx, WeightIh, WeightHh, BiasIh, BiasHh, Nonlinearity);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{InputSize}, {HiddenSize}{(BiasIh is null ? ", bias=False" : "")}{(Nonlinearity == Nonlinearity.Tanh ? "" : ", nonlinearity=relu")}";

    /// <summary>Refuses a nonlinearity that recurrent cells do not have.</summary>
    internal static Nonlinearity Checked(Nonlinearity nonlinearity) => nonlinearity is Nonlinearity.Tanh or Nonlinearity.ReLU
        ? nonlinearity
        : throw new ArgumentException($"Unknown nonlinearity: {nonlinearity}. A recurrent cell takes Tanh or ReLU.", nameof(nonlinearity));
}
