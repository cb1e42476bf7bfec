using NnGen.CompilerServices;

namespace NnGen;

/// <summary>What <see cref="GRU"/> and <see cref="RNN"/> have in common: a hidden state, and no cell state beside it.</summary>
public abstract class HiddenStateRNN : RNNBase, IModule<Tensor, (Tensor Output, Tensor H)>
{
    private const string Key = $"Forward({SequenceTypes}, Float32)";
    private const string PackedKey = $"Forward({PackedTypes}, Float32)";
    private const string States = "numLayers*(1 + bidirectional)";

    private const string Sequences = $"""
        input: N, T, inputSize; hx: {States}, N, hiddenSize? -> output: N, T, (1 + bidirectional)*hiddenSize; hn: {States}, N, hiddenSize when batchFirst
        | input: T, N, inputSize; hx: {States}, N, hiddenSize? -> output: T, N, (1 + bidirectional)*hiddenSize; hn: {States}, N, hiddenSize when !batchFirst
        | input: T, inputSize; hx: {States}, hiddenSize? -> output: T, (1 + bidirectional)*hiddenSize; hn: {States}, hiddenSize
        """;

    private const string PackedSequences = $"""
        data: R, inputSize; batchSizes: long[T]; sortedIndices: long[N]; unsortedIndices: long[N]; hx: {States}, N, hiddenSize?
            -> output: R, (1 + bidirectional)*hiddenSize; sizes: long[T]; sorted: long[N]; unsorted: long[N]; hn: {States}, N, hiddenSize
        """;

    private protected HiddenStateRNN(
        int gates, int inputSize, int hiddenSize, int numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional)
        : base(Sequences, PackedSequences, gates, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional)
    {
    }

    /// <summary>The hidden states of the last layer at each step, and those of all layers after the last one.</summary>
    /// <param name="input">[sequence, batch, inputSize], [batch, sequence, inputSize] with <see cref="RNNBase.BatchFirst"/>, or [sequence, inputSize].</param>
    /// <param name="hx">The first hidden states, [numLayers·directions, batch, hiddenSize], without the batch where the input has none. Default: zeros.</param>
    /// <returns>The output, [sequence, batch, directions·hiddenSize] in the order of the input; and the last states, in the shape of <paramref name="hx"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [ShapeContract(Sequences)]
    public (Tensor Output, Tensor H) Forward(Tensor input, Tensor? hx = null) => Call(input, hx);

    /// <summary>The same over sequences of different lengths.</summary>
    /// <param name="input">The sequences, of <see cref="RNNBase.InputSize"/> features.</param>
    /// <param name="hx">The first hidden states, [numLayers·directions, batch, hiddenSize], in the order of the batch. Default: zeros.</param>
    /// <returns>The output, packed as the input; and the states after the last step of each sequence, in the order of the batch.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [ShapeContract(PackedSequences)]
    public (PackedSequence Output, Tensor H) Forward(PackedSequence input, Tensor? hx = null) => Call(input, hx);

    /// <summary>The compiled forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor)"/>
    public (Tensor Output, Tensor H) Call(Tensor input, Tensor? hx = null) => Results(Runner.CallMany(this, Key, [input, hx]));

    /// <summary>The compiled forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(PackedSequence, Tensor)"/>
    public (PackedSequence Output, Tensor H) Call(PackedSequence input, Tensor? hx = null) => PackedResults(Runner.CallMany(this, PackedKey, Inputs(input, hx)));

    /// <summary>The compiled forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(Tensor, Tensor)"/>
    public (Tensor Output, Tensor H) Predict(Tensor input, Tensor? hx = null) => Results(Runner.PredictMany(this, Key, [input, hx]));

    /// <summary>The compiled forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(PackedSequence, Tensor)"/>
    public (PackedSequence Output, Tensor H) Predict(PackedSequence input, Tensor? hx = null) => PackedResults(Runner.PredictMany(this, PackedKey, Inputs(input, hx)));

    (Tensor Output, Tensor H) IModule<Tensor, (Tensor Output, Tensor H)>.Forward(Tensor input) => Forward(input);

    (Tensor Output, Tensor H) IModule<Tensor, (Tensor Output, Tensor H)>.Call(Tensor input) => Call(input);

    (Tensor Output, Tensor H) IModule<Tensor, (Tensor Output, Tensor H)>.Predict(Tensor input) => Predict(input);

    private static TensorBase?[] Inputs(PackedSequence input, Tensor? hx)
    {
        ArgumentNullException.ThrowIfNull(input);
        return [.. input.Parts, hx];
    }

    private static (Tensor Output, Tensor H) Results(TensorBase[] results) => ((Tensor)results[0], (Tensor)results[1]);

    private static (PackedSequence Output, Tensor H) PackedResults(TensorBase[] results) => (PackedSequence.Of(results), (Tensor)results[4]);
}
