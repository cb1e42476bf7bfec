using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>A recurrent module bound to input shapes: the stack of its layers over as many weights as there are layers.</summary>
internal abstract class RecurrentPlan<TCell> : Plan
    where TCell : struct, IRecurrentCell
{
    private const int MaxOnStack = 128;

    private readonly Slot _reserve;
    private readonly Slot _random;
    private readonly Slot _dropout;

    /// <param name="module">The module.</param>
    /// <param name="sizes">Sizes of the stack, with as many rows as there may be.</param>
    /// <param name="kind">What the plan is laid out for.</param>
    protected RecurrentPlan(RNNBase module, RecurrentSizes sizes, PlanKind kind)
        : base(kind)
    {
        (Module, Sizes) = (module, sizes);
        LayerTrace.Current?.Add(module, sizes.MultiplyAdds(TCell.Gates));
        var backward = kind == PlanKind.Recording ? 1 : 0;
        var frame = new FrameBuilder();
        var reserve = frame.Add(RecurrentStack<TCell>.ReserveLength(sizes), sizeof(float), 0, backward);
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
            foreach (var weight in Module.Weights)
            {
                if (weight.RequiresGrad)
                    return true;
            }

            return false;
        }
    }

    protected RNNBase Module { get; }

    protected RecurrentSizes Sizes { get; }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        foreach (var (key, weight) in Module.NamedWeights)
            saved.Add(key, weight);
    }

    /// <inheritdoc/>
    public override bool SavesResult(int index) => index == 0;

    /// <summary>Runs the layers.</summary>
    /// <inheritdoc cref="RecurrentStack{TCell}.Forward"/>
    protected void Run(
        Pass pass,
        RecurrentSizes sizes,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        Span<float> y,
        Span<float> hn,
        Span<float> cn)
    {
        var probability = Module.ActiveDropout(pass.IsEvaluation);
        var random = Rng.NextState(LayerDropout.Draws(sizes, probability));
        pass.Scalar<double>(_dropout) = probability;
        pass.Scalar<RandomState>(_random) = random;
        RecurrentStack<TCell>.Forward(
            sizes, new LayerDropout(probability, random), new TensorSpans(Module.Weights), x, h0, c0, y, hn, cn, pass.Floats(_reserve));
    }

    /// <summary>Runs the layers backwards.</summary>
    /// <inheritdoc cref="RecurrentStack{TCell}.Backward"/>
    protected void RunBackward(
        Pass pass,
        RecurrentSizes sizes,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> h0,
        ReadOnlySpan<float> c0,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> dhn,
        ReadOnlySpan<float> dcn,
        Gradient dx,
        Gradient dh0,
        Gradient dc0)
    {
        var count = Module.Weights.Length;
        Span<GradientOperand> gradients = count <= MaxOnStack ? stackalloc GradientOperand[count] : new GradientOperand[count];
        for (var i = 0; i < count; i++)
            gradients[i] = GradientOperand.Of(Module.Weights[i].Gradient);
        RecurrentStack<TCell>.Backward(
            sizes,
            new LayerDropout(pass.Scalar<double>(_dropout), pass.Scalar<RandomState>(_random)),
            new TensorSpans(Module.Weights),
            x,
            h0,
            c0,
            y,
            pass.Floats(_reserve),
            dy,
            dhn,
            dcn,
            dx,
            dh0,
            dc0,
            new GradientSpans(gradients));
    }
}
