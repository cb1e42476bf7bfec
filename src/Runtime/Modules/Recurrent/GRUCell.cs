namespace NnGen;

/// <summary>
/// One step of gated recurrent units: torch.nn.GRUCell. Weights and biases start uniform in ±1/sqrt(hiddenSize).
/// </summary>
/// <param name="inputSize">Features of the input.</param>
/// <param name="hiddenSize">Features of the hidden state.</param>
/// <param name="bias">Whether there are biases. Default: true.</param>
[Module]
public sealed partial class GRUCell(int inputSize, int hiddenSize, bool bias = true)
{
    /// <summary>Features of the input.</summary>
    public int InputSize { get; } = inputSize;

    /// <summary>Features of the hidden state.</summary>
    public int HiddenSize { get; } = hiddenSize;

    /// <summary>Gates by features of the input.</summary>
    [Shape("3*hiddenSize, inputSize")]
    public Parameter WeightIh { get; set; } = RecurrentInit.New(hiddenSize, 3 * hiddenSize, inputSize);

    /// <summary>Gates by features of the hidden state.</summary>
    [Shape("3*hiddenSize, hiddenSize")]
    public Parameter WeightHh { get; set; } = RecurrentInit.New(hiddenSize, 3 * hiddenSize, hiddenSize);

    /// <summary>The bias of each gate; null where there is none.</summary>
    [Shape("3*hiddenSize")]
    public Parameter? BiasIh { get; } = bias ? RecurrentInit.New(hiddenSize, 3 * hiddenSize) : null;

    /// <summary>A second bias of each gate, added to the product of the hidden state; null where there is none.</summary>
    [Shape("3*hiddenSize")]
    public Parameter? BiasHh { get; } = bias ? RecurrentInit.New(hiddenSize, 3 * hiddenSize) : null;

    /// <summary>The hidden state after a step.</summary>
    /// <param name="input">[*B, inputSize].</param>
    /// <param name="hx">The hidden state before, [*B, hiddenSize]. Default: zeros.</param>
    /// <returns>[*B, hiddenSize].</returns>
    [return: Shape("*B, hiddenSize")]
    public Tensor Forward([Shape("*B, inputSize")] Tensor input, [Shape("*B, hiddenSize")] Tensor? hx = null)
        => GruCellOp.Apply(input, hx, WeightIh, WeightHh, BiasIh, BiasHh);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{InputSize}, {HiddenSize}{(BiasIh is null ? ", bias=False" : "")}";
}
