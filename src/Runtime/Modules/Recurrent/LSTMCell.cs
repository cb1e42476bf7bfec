using NnGen.CompilerServices;

namespace NnGen;

/// <summary>One step of a long short-term memory: torch.nn.LSTMCell. Weights and biases start uniform in ±1/sqrt(hiddenSize).</summary>
/// <param name="inputSize">Features of the input.</param>
/// <param name="hiddenSize">Features of the hidden state.</param>
/// <param name="bias">Whether there are biases. Default: true.</param>
public sealed class LSTMCell(int inputSize, int hiddenSize, bool bias = true) : Module, IModule<Tensor, (Tensor H, Tensor C)>
{
    private readonly LSTMCellUnits _units = new(inputSize, hiddenSize, bias);

    /// <summary>Features of the input.</summary>
    public int InputSize => _units.InputSize;

    /// <summary>Features of the hidden state.</summary>
    public int HiddenSize => _units.HiddenSize;

    /// <summary>Input, forget, cell and output gate by features of the input, [4·hiddenSize, inputSize].</summary>
    public Parameter WeightIh
    {
        get => _units.WeightIh;
        set => _units.WeightIh = value;
    }

    /// <summary>The gates by features of the hidden state, [4·hiddenSize, hiddenSize].</summary>
    public Parameter WeightHh
    {
        get => _units.WeightHh;
        set => _units.WeightHh = value;
    }

    /// <summary>The bias of each gate, [4·hiddenSize]; null where there is none.</summary>
    public Parameter? BiasIh => _units.BiasIh;

    /// <summary>A second bias of each gate, [4·hiddenSize]; null where there is none.</summary>
    public Parameter? BiasHh => _units.BiasHh;

    /// <summary>Hidden and cell state after a step.</summary>
    /// <param name="input">[*B, inputSize].</param>
    /// <param name="hx">Hidden and cell state before, each [*B, hiddenSize]. Default: zeros.</param>
    /// <returns>Both states, in the shape of those before.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    public (Tensor H, Tensor C) Forward(Tensor input, (Tensor H, Tensor C)? hx = null) => _units.Forward(input, hx?.H, hx?.C);

    /// <summary>The compiled forward pass, whose results know their backward.</summary>
    /// <inheritdoc cref="Forward"/>
    public (Tensor H, Tensor C) Call(Tensor input, (Tensor H, Tensor C)? hx = null)
        => Results(Runner.CallMany(this, "Forward(Float32, Float32, Float32)", [input, hx?.H, hx?.C]));

    /// <summary>The compiled forward pass without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward"/>
    public (Tensor H, Tensor C) Predict(Tensor input, (Tensor H, Tensor C)? hx = null)
        => Results(Runner.PredictMany(this, "Forward(Float32, Float32, Float32)", [input, hx?.H, hx?.C]));

    (Tensor H, Tensor C) IModule<Tensor, (Tensor H, Tensor C)>.Forward(Tensor input) => Forward(input);

    (Tensor H, Tensor C) IModule<Tensor, (Tensor H, Tensor C)>.Call(Tensor input) => Call(input);

    (Tensor H, Tensor C) IModule<Tensor, (Tensor H, Tensor C)>.Predict(Tensor input) => Predict(input);

    /// <inheritdoc cref="Module.Train"/>
    public new LSTMCell Train(bool mode = true) => (LSTMCell)base.Train(mode);

    /// <inheritdoc cref="Module.Eval"/>
    public new LSTMCell Eval() => Train(false);

    /// <inheritdoc/>
    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
    {
        var plan = _units.Bind(method, inputs, kind);
        LayerTrace.Current?.Move(_units, this);
        return plan;
    }

    /// <inheritdoc/>
    protected override void VisitInputs(InputShapes inputs) => _units.VisitInputsOf(inputs);

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor) => _units.Visit(visitor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{InputSize}, {HiddenSize}{(BiasIh is null ? ", bias=False" : "")}";

    private static (Tensor H, Tensor C) Results(TensorBase[] results) => ((Tensor)results[0], (Tensor)results[1]);
}
