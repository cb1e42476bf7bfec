using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// Long short-term memory over sequences: torch.nn.LSTM. Weights and biases start uniform in ±1/sqrt(hiddenSize); their keys are
/// PyTorch's: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_hr_l0, weight_ih_l0_reverse, ...
/// </summary>
public sealed class LSTM : RNNBase, IModule<Tensor, (Tensor Output, (Tensor H, Tensor C) State)>
{
    private const string Key = $"Forward({SequenceTypes}, Float32, Float32)";
    private const string PackedKey = $"Forward({PackedTypes}, Float32, Float32)";
    private const string States = "numLayers*(1 + bidirectional)";
    private const string Output = "(hiddenSize*(1 - min(projSize, 1)) + projSize)";

    private const string Sequences = $"""
        input: N, T, inputSize; h: {States}, N, {Output}?; c: {States}, N, hiddenSize?
            -> output: N, T, (1 + bidirectional)*{Output}; hn: {States}, N, {Output}; cn: {States}, N, hiddenSize when batchFirst
        | input: T, N, inputSize; h: {States}, N, {Output}?; c: {States}, N, hiddenSize?
            -> output: T, N, (1 + bidirectional)*{Output}; hn: {States}, N, {Output}; cn: {States}, N, hiddenSize when !batchFirst
        | input: T, inputSize; h: {States}, {Output}?; c: {States}, hiddenSize?
            -> output: T, (1 + bidirectional)*{Output}; hn: {States}, {Output}; cn: {States}, hiddenSize
        """;

    private const string PackedSequences = $"""
        data: R, inputSize; batchSizes: long[T]; sortedIndices: long[N]; unsortedIndices: long[N]; h: {States}, N, {Output}?; c: {States}, N, hiddenSize?
            -> output: R, (1 + bidirectional)*{Output}; sizes: long[T]; sorted: long[N]; unsorted: long[N]; hn: {States}, N, {Output}; cn: {States}, N, hiddenSize
        """;

    /// <summary>Layers whose results are the inputs of the next ones.</summary>
    /// <param name="inputSize">Features of the input.</param>
    /// <param name="hiddenSize">Features of the hidden state.</param>
    /// <param name="numLayers">Number of layers on top of each other. Default: 1.</param>
    /// <param name="bias">Whether layers have biases. Default: true.</param>
    /// <param name="batchFirst">Whether input and output are [batch, sequence, features]. Default: [sequence, batch, features].</param>
    /// <param name="dropout">Probability of dropout of the results of every layer but the last, in training mode. Default: 0.</param>
    /// <param name="bidirectional">Whether each layer also runs from the last step to the first. Default: no.</param>
    /// <param name="projSize">Features that hidden states are projected to; 0, the default: they are not.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, the projection is no smaller than the hidden state, or the
    /// dropout is not between 0 and 1.</exception>
    public LSTM(
        int inputSize,
        int hiddenSize,
        int numLayers = 1,
        bool bias = true,
        bool batchFirst = false,
        double dropout = 0,
        bool bidirectional = false,
        int projSize = 0)
        : base(Sequences, PackedSequences, gates: 4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, projSize)
    {
    }

    /// <summary>The hidden states of the last layer at each step, and hidden and cell states of all layers after the last one.</summary>
    /// <param name="input">[sequence, batch, inputSize], [batch, sequence, inputSize] with <see cref="RNNBase.BatchFirst"/>, or [sequence, inputSize].</param>
    /// <param name="hx">The first hidden and cell states, each [numLayers·directions, batch, features], without the batch where the input has none. Default: zeros.</param>
    /// <returns>The output, [sequence, batch, directions·features] in the order of the input; and the last states, in the shapes of <paramref name="hx"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [ShapeContract(Sequences)]
    public (Tensor Output, (Tensor H, Tensor C) State) Forward(Tensor input, (Tensor H, Tensor C)? hx = null) => Call(input, hx);

    /// <summary>The same over sequences of different lengths.</summary>
    /// <param name="input">The sequences, of <see cref="RNNBase.InputSize"/> features.</param>
    /// <param name="hx">The first hidden and cell states, each [numLayers·directions, batch, features], in the order of the batch. Default: zeros.</param>
    /// <returns>The output, packed as the input; and the states after the last step of each sequence, in the order of the batch.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [ShapeContract(PackedSequences)]
    public (PackedSequence Output, (Tensor H, Tensor C) State) Forward(PackedSequence input, (Tensor H, Tensor C)? hx = null) => Call(input, hx);

    /// <summary>The compiled forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(Tensor, ValueTuple{Tensor, Tensor}?)"/>
    public (Tensor Output, (Tensor H, Tensor C) State) Call(Tensor input, (Tensor H, Tensor C)? hx = null)
        => Results(Runner.CallMany(this, Key, [input, hx?.H, hx?.C]));

    /// <summary>The compiled forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward(PackedSequence, ValueTuple{Tensor, Tensor}?)"/>
    public (PackedSequence Output, (Tensor H, Tensor C) State) Call(PackedSequence input, (Tensor H, Tensor C)? hx = null)
        => PackedResults(Runner.CallMany(this, PackedKey, Inputs(input, hx)));

    /// <summary>The compiled forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(Tensor, ValueTuple{Tensor, Tensor}?)"/>
    public (Tensor Output, (Tensor H, Tensor C) State) Predict(Tensor input, (Tensor H, Tensor C)? hx = null)
        => Results(Runner.PredictMany(this, Key, [input, hx?.H, hx?.C]));

    /// <summary>The compiled forward pass without dropout and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward(PackedSequence, ValueTuple{Tensor, Tensor}?)"/>
    public (PackedSequence Output, (Tensor H, Tensor C) State) Predict(PackedSequence input, (Tensor H, Tensor C)? hx = null)
        => PackedResults(Runner.PredictMany(this, PackedKey, Inputs(input, hx)));

    (Tensor Output, (Tensor H, Tensor C) State) IModule<Tensor, (Tensor Output, (Tensor H, Tensor C) State)>.Forward(Tensor input) => Forward(input);

    (Tensor Output, (Tensor H, Tensor C) State) IModule<Tensor, (Tensor Output, (Tensor H, Tensor C) State)>.Call(Tensor input) => Call(input);

    (Tensor Output, (Tensor H, Tensor C) State) IModule<Tensor, (Tensor Output, (Tensor H, Tensor C) State)>.Predict(Tensor input) => Predict(input);

    /// <inheritdoc cref="Module.Train"/>
    public new LSTM Train(bool mode = true) => (LSTM)base.Train(mode);

    /// <inheritdoc cref="Module.Eval"/>
    public new LSTM Eval() => Train(false);

    /// <inheritdoc/>
    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind) => Bind<LstmCell>(method, inputs, kind);

    private static TensorBase?[] Inputs(PackedSequence input, (Tensor H, Tensor C)? hx)
    {
        ArgumentNullException.ThrowIfNull(input);
        return [.. input.Parts, hx?.H, hx?.C];
    }

    private static (Tensor Output, (Tensor H, Tensor C) State) Results(TensorBase[] results)
        => ((Tensor)results[0], ((Tensor)results[1], (Tensor)results[2]));

    private static (PackedSequence Output, (Tensor H, Tensor C) State) PackedResults(TensorBase[] results)
        => (PackedSequence.Of(results), ((Tensor)results[4], (Tensor)results[5]));
}
