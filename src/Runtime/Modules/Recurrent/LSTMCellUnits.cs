namespace NnGen;

/// <summary>The weights and the compiled step of <see cref="LSTMCell"/>, which takes its states as a pair.</summary>
[Module]
internal sealed partial class LSTMCellUnits(int inputSize, int hiddenSize, bool bias)
{
    /// <summary>Features of the input.</summary>
    public int InputSize { get; } = inputSize;

    /// <summary>Features of the hidden state.</summary>
    public int HiddenSize { get; } = hiddenSize;

    /// <summary>Gates by features of the input.</summary>
    [Shape("4*hiddenSize, inputSize")]
    public Parameter WeightIh { get; set; } = RecurrentInit.New(hiddenSize, 4 * hiddenSize, inputSize);

    /// <summary>Gates by features of the hidden state.</summary>
    [Shape("4*hiddenSize, hiddenSize")]
    public Parameter WeightHh { get; set; } = RecurrentInit.New(hiddenSize, 4 * hiddenSize, hiddenSize);

    /// <summary>The bias of each gate; null where there is none.</summary>
    [Shape("4*hiddenSize")]
    public Parameter? BiasIh { get; } = bias ? RecurrentInit.New(hiddenSize, 4 * hiddenSize) : null;

    /// <summary>A second bias of each gate, added to the product of the hidden state; null where there is none.</summary>
    [Shape("4*hiddenSize")]
    public Parameter? BiasHh { get; } = bias ? RecurrentInit.New(hiddenSize, 4 * hiddenSize) : null;

    public (Tensor H, Tensor C) Forward(
        [Shape("*B, inputSize")] Tensor input, [Shape("*B, hiddenSize")] Tensor? h = null, [Shape("*B, hiddenSize")] Tensor? c = null)
        => LstmCellOp.Apply(input, h, c, WeightIh, WeightHh, BiasIh, BiasHh);
}
