using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>A recurrent module bound to input shapes: one op over the input, the first states and as many weights as there are layers.</summary>
internal sealed class RecurrentPlan<TCell> : Plan
    where TCell : struct, IRecurrentCell
{
    private const int MaxOnStack = 128;

    private readonly RNNBase _module;
    private readonly RecurrentSizes _sizes;
    private readonly Slot _reserve;
    private readonly Slot _random;
    private readonly Slot _dropout;

    /// <param name="module">The module.</param>
    /// <param name="bound">Its op, bound to the shapes.</param>
    /// <param name="kind">What the plan is laid out for.</param>
    public RecurrentPlan(RNNBase module, BoundOp bound, PlanKind kind)
        : base(kind)
    {
        _module = module;
        _sizes = RecurrentSizes.Of(
            bound.Dim("T"),
            bound.Dim("N"),
            bound.Dim("I"),
            bound.Alternative,
            module.HiddenSize,
            module.OutputSize,
            module.NumLayers,
            module.Directions);
        ResultShapes = TCell.HasCellState ? [bound[0], bound[1], bound[2]] : [bound[0], bound[1]];
        var backward = kind == PlanKind.Recording ? 1 : 0;
        var frame = new FrameBuilder();
        var reserve = frame.Add(bound[ResultShapes.Length].Count, sizeof(float), 0, backward);
        var random = frame.Add(1, PassRuntime.ScalarBytes, 0, backward);
        var dropout = frame.Add(1, PassRuntime.ScalarBytes, 0, backward);
        frame.Layout();
        FrameBytes = frame.FrameBytes;
        (_reserve, _random, _dropout) = (frame[reserve], frame[random], frame[dropout]);
    }

    /// <inheritdoc/>
    public override bool WantsGradient
    {
        get
        {
            foreach (var weight in _module.Weights)
            {
                if (weight.RequiresGrad)
                    return true;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        var probability = _module.ActiveDropout(pass.IsEvaluation);
        var random = Rng.NextState(LayerDropout.Draws(_sizes, probability));
        pass.Scalar<double>(_dropout) = probability;
        pass.Scalar<RandomState>(_random) = random;
        RecurrentStack<TCell>.Forward(
            _sizes,
            new LayerDropout(probability, random),
            new TensorSpans(_module.Weights),
            inputs[0].As<float>(),
            inputs[1].As<float>(),
            Cell(inputs),
            results[0].As<float>(),
            results[1].As<float>(),
            TCell.HasCellState ? results[2].As<float>() : default,
            pass.Floats(_reserve));
    }

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        var count = _module.Weights.Length;
        Span<GradientOperand> gradients = count <= MaxOnStack ? stackalloc GradientOperand[count] : new GradientOperand[count];
        for (var i = 0; i < count; i++)
            gradients[i] = GradientOperand.Of(((Parameter)_module.Weights[i]).Gradient);
        RecurrentStack<TCell>.Backward(
            _sizes,
            new LayerDropout(pass.Scalar<double>(_dropout), pass.Scalar<RandomState>(_random)),
            new TensorSpans(_module.Weights),
            inputs[0].As<float>(),
            inputs[1].As<float>(),
            Cell(inputs),
            results[0].As<float>(),
            pass.Floats(_reserve),
            resultGradients[0].As<float>(),
            resultGradients[1].As<float>(),
            Cell(resultGradients),
            inputGradients[0].ToGradient(),
            inputGradients[1].ToGradient(),
            TCell.HasCellState ? inputGradients[2].ToGradient() : default,
            new GradientSpans(gradients));
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        foreach (var (key, weight) in _module.NamedWeights)
            saved.Add(key, weight);
    }

    /// <inheritdoc/>
    public override bool SavesResult(int index) => index == 0;

    /// <summary>The cell state among operands: the third one, where there is any.</summary>
    private static ReadOnlySpan<float> Cell(ReadOnlySpan<Operand> operands) => TCell.HasCellState ? operands[2].As<float>() : default;
}
