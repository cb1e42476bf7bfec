using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>What <see cref="LSTM"/>, <see cref="GRU"/> and <see cref="RNN"/> have in common: torch.nn.RNNBase.</summary>
public abstract class RNNBase : Module
{
    /// <summary>The alternative without a batch, of contracts of sequences.</summary>
    internal const int Unbatched = 2;

    /// <summary>Element types of sequences of one length, and of packed ones, in the keys of methods.</summary>
    private protected const string SequenceTypes = "Float32";
    private protected const string PackedTypes = "Float32, Int64, Int64, Int64";

    /// <summary>The hyperparameters of contracts.</summary>
    private static readonly string[] Hypers = ["inputSize", "hiddenSize", "numLayers", "bidirectional", "batchFirst", "projSize"];

    private readonly OpContract _sequences;
    private readonly OpContract _packed;
    private readonly string[] _keys;
    private readonly Parameter[] _weights;
    private readonly int _weightsOfStack;

    /// <param name="sequences">The contract of input and first states, to output and last states.</param>
    /// <param name="packed">The same for packed sequences.</param>
    private protected RNNBase(
        string sequences,
        string packed,
        int gates,
        int inputSize,
        int hiddenSize,
        int numLayers,
        bool bias,
        bool batchFirst,
        double dropout,
        bool bidirectional,
        int projSize = 0)
    {
        (_sequences, _packed) = (OpContract.Parse(sequences, Hypers), OpContract.Parse(packed, Hypers));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numLayers);
        if (dropout is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dropout), dropout, "dropout should be a number in range [0, 1] representing the probability of an element being zeroed");
        }

        if (projSize < 0)
            throw new ArgumentOutOfRangeException(nameof(projSize), projSize, "proj_size should be a positive integer or zero to disable projections");
        if (projSize >= hiddenSize)
            throw new ArgumentOutOfRangeException(nameof(projSize), projSize, "proj_size has to be smaller than hidden_size");
        (InputSize, HiddenSize, NumLayers, HasBias, BatchFirst) = (inputSize, hiddenSize, numLayers, bias, batchFirst);
        (Dropout, Bidirectional, ProjSize) = (dropout, bidirectional, projSize);
        var weights = new List<(string Key, Parameter Weight)>();
        for (var stack = 0; stack < numLayers * Directions; stack++)
            weights.AddRange(NewWeights(gates, stack / Directions, stack % Directions == 1));
        _keys = [.. weights.Select(weight => weight.Key)];
        _weights = [.. weights.Select(weight => weight.Weight)];
        _weightsOfStack = _weights.Length / (numLayers * Directions);
    }

    /// <summary>Features of the input.</summary>
    public int InputSize { get; }

    /// <summary>Features of the hidden state.</summary>
    public int HiddenSize { get; }

    /// <summary>Number of layers on top of each other.</summary>
    public int NumLayers { get; }

    /// <summary>Whether layers have biases.</summary>
    public bool HasBias { get; }

    /// <summary>Whether input and output are [batch, sequence, features] instead of [sequence, batch, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>Probability of dropout of the results of every layer but the last, in training mode. It is read at each call.</summary>
    public double Dropout { get; set; }

    /// <summary>Whether each layer also runs from the last step to the first.</summary>
    public bool Bidirectional { get; }

    /// <summary>Features that hidden states are projected to; 0: they are not.</summary>
    public int ProjSize { get; }

    internal int Directions => Bidirectional ? 2 : 1;

    internal int OutputSize => ProjSize > 0 ? ProjSize : HiddenSize;

    /// <summary>The weights of all layers and directions, as the ops list them.</summary>
    internal Parameter[] Weights => _weights;

    /// <summary>Probability of dropout in a pass.</summary>
    internal double ActiveDropout(bool isEvaluation) => Training && !isEvaluation ? Dropout : 0;

    /// <summary>weight_ih of a layer: gates by features of its input.</summary>
    /// <param name="layer">Number of the layer.</param>
    /// <param name="reverse">Whether that of the reverse direction is meant. Default: no.</param>
    public Parameter WeightIh(int layer, bool reverse = false) => _weights[FirstOf(layer, reverse)];

    /// <summary>weight_hh of a layer: gates by features of its hidden state.</summary>
    /// <inheritdoc cref="WeightIh"/>
    public Parameter WeightHh(int layer, bool reverse = false) => _weights[FirstOf(layer, reverse) + 1];

    /// <summary>bias_ih of a layer; null where there are no biases.</summary>
    /// <inheritdoc cref="WeightIh"/>
    public Parameter? BiasIh(int layer, bool reverse = false) => HasBias ? _weights[FirstOf(layer, reverse) + 2] : null;

    /// <summary>bias_hh of a layer; null where there are no biases.</summary>
    /// <inheritdoc cref="WeightIh"/>
    public Parameter? BiasHh(int layer, bool reverse = false) => HasBias ? _weights[FirstOf(layer, reverse) + 3] : null;

    /// <summary>weight_hr of a layer: projected features by units; null where nothing is projected.</summary>
    /// <inheritdoc cref="WeightIh"/>
    public Parameter? WeightHr(int layer, bool reverse = false) => ProjSize > 0 ? _weights[FirstOf(layer, reverse) + _weightsOfStack - 1] : null;

    /// <summary>The weights with their keys, in order.</summary>
    internal IEnumerable<(string Key, Parameter Weight)> NamedWeights => _keys.Zip(_weights);

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        for (var i = 0; i < _keys.Length; i++)
            visitor.Parameter(_keys[i], _weights[i]);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        var text = $"{InputSize}, {HiddenSize}";
        if (ProjSize != 0)
            text += $", proj_size={ProjSize}";
        if (NumLayers != 1)
            text += $", num_layers={NumLayers}";
        if (!HasBias)
            text += ", bias=False";
        if (BatchFirst)
            text += ", batch_first=True";
        if (Dropout != 0)
            text += $", dropout={TorchText.Number(Dropout)}";
        return Bidirectional ? text + ", bidirectional=True" : text;
    }

    /// <summary>The sizes of the layers over sequences.</summary>
    internal RecurrentSizes SizesOf(int steps, int batch, bool batchFirst)
        => new(steps, batch, InputSize, HiddenSize, OutputSize, NumLayers, Directions, batchFirst);

    /// <summary>The plan of a method over sequences of one length or packed ones.</summary>
    private protected Plan Bind<TCell>(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
        where TCell : struct, IRecurrentCell
    {
        var states = TCell.HasCellState ? ", Float32, Float32)" : ", Float32)";
        if (method == "Forward" || method == $"Forward({SequenceTypes}{states}")
        {
            CheckInput(inputs[0], rank: inputs[0]?.Rank == 2 ? 2 : 3);
            return new SequencePlan<TCell>(this, Bound(_sequences, inputs), kind);
        }

        if (method != $"Forward({PackedTypes}{states}")
            return base.Bind(method, inputs, kind);
        CheckInput(inputs[0], rank: 2);
        return new PackedSequencePlan<TCell>(this, Bound(_packed, inputs), kind);
    }

    /// <summary>The shapes that a contract gives. First states may be left out.</summary>
    private BoundOp Bound(OpContract contract, ReadOnlySpan<Shape?> inputs)
    {
        Span<Shape?> shapes = new Shape?[contract.Contract.Inputs.Count];
        inputs.CopyTo(shapes);
        return contract.Infer(TypeName, shapes, [InputSize, HiddenSize, NumLayers, Bidirectional, BatchFirst, ProjSize]);
    }

    /// <summary>Refuses sequences of other features than the layers take.</summary>
    private void CheckInput(Shape? input, int rank)
    {
        if (input is not { } shape)
            throw new ArgumentNullException(nameof(input));
        if (shape.Rank != rank)
            throw new ShapeException($"{TypeName} takes [sequence, features] or a batch of those, but the input is {shape}.");
        if (shape[^1] != InputSize)
            throw new ShapeException($"{TypeName} takes {InputSize} features, but the input is {shape}.");
    }

    private int FirstOf(int layer, bool reverse)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(layer, NumLayers);
        if (reverse && !Bidirectional)
            throw new ArgumentException("There is no reverse direction.", nameof(reverse));
        return ((layer * Directions) + (reverse ? 1 : 0)) * _weightsOfStack;
    }

    /// <summary>The weights of one direction of a layer, drawn in PyTorch's order.</summary>
    private IEnumerable<(string Key, Parameter Weight)> NewWeights(int gates, int layer, bool isReverse)
    {
        var suffix = $"_l{layer}{(isReverse ? "_reverse" : "")}";
        var units = gates * HiddenSize;
        yield return ("weight_ih" + suffix, New(units, layer == 0 ? InputSize : Directions * OutputSize));
        yield return ("weight_hh" + suffix, New(units, OutputSize));
        if (HasBias)
        {
            yield return ("bias_ih" + suffix, New(units));
            yield return ("bias_hh" + suffix, New(units));
        }

        if (ProjSize > 0)
            yield return ("weight_hr" + suffix, New(ProjSize, HiddenSize));
    }

    private Parameter New(params int[] shape) => RecurrentInit.New(HiddenSize, shape);
}
