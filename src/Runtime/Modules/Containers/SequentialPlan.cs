using System.Numerics.Tensors;

namespace NnGen.CompilerServices;

/// <summary>
/// The plans of a <see cref="Sequential"/>'s modules in one frame. Step i is the forward pass of module i; the backward passes
/// follow in reverse.
/// </summary>
internal sealed class SequentialPlan : Plan
{
    private readonly Stage[] _stages;

    public SequentialPlan(Plan[] plans, Shape result, PlanKind kind)
        : base(kind)
    {
        ResultShapes = [result];
        var frame = new FrameBuilder();
        var isRecording = kind == PlanKind.Recording;
        var handles = new (int Frame, int Result, int Gradient)[plans.Length];
        for (var i = 0; i < plans.Length; i++)
        {
            handles[i].Frame = frame.AddChild(plans[i], i, isRecording ? BackwardStep(i) : i);
            if (i == plans.Length - 1)
                break;

            var count = plans[i].ResultShapes[0].Count;
            var lastUse = !isRecording ? i + 1
                : plans[i].SavesResult(0) ? BackwardStep(i)
                : plans[i + 1].SavesInput(0) ? BackwardStep(i + 1)
                : i + 1;
            handles[i].Result = frame.Add(count, sizeof(float), i, lastUse);
            handles[i].Gradient = isRecording ? frame.Add(count, sizeof(float), BackwardStep(i + 1), BackwardStep(i)) : -1;
        }

        frame.Layout();
        FrameBytes = frame.FrameBytes;
        _stages = new Stage[plans.Length];
        for (var i = 0; i < plans.Length; i++)
        {
            var isLast = i == plans.Length - 1;
            _stages[i] = new Stage(
                plans[i],
                frame[handles[i].Frame],
                isLast ? default : frame[handles[i].Result],
                isLast || !isRecording ? default : frame[handles[i].Gradient]);
        }

        int BackwardStep(int stage) => (2 * plans.Length) - 1 - stage;
    }

    /// <inheritdoc/>
    public override bool WantsGradient => FirstWanting() < _stages.Length;

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        if (_stages.Length == 0)
            inputs[0].As<float>().CopyTo(results[0].As<float>());
        for (var i = 0; i < _stages.Length; i++)
            _stages[i].Plan.Forward(pass.Child(_stages[i].Frame), [InputOf(i, pass, inputs)], [ResultOf(i, pass, results)]);
    }

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        if (_stages.Length == 0)
            PassOn(resultGradients[0].As<float>(), inputGradients[0].ToGradient());

        // Modules before the first that wants a gradient need none for their results.
        var first = inputGradients[0].IsWanted ? 0 : FirstWanting();
        for (var i = _stages.Length - 1; i >= first; i--)
        {
            var stage = _stages[i];
            stage.Plan.Backward(
                pass.Child(stage.Frame),
                [InputOf(i, pass, inputs)],
                [ResultOf(i, pass, results)],
                [i == _stages.Length - 1 ? resultGradients[0] : pass.Operand(stage.Gradient)],
                [i == 0 ? inputGradients[0] : i == first ? default : pass.GradientOperand(_stages[i - 1].Gradient, accumulate: false)]);
        }
    }

    /// <inheritdoc/>
    public override void VisitSaved(SavedValues saved)
    {
        foreach (var stage in _stages)
            stage.Plan.VisitSaved(saved);
    }

    /// <inheritdoc/>
    public override bool SavesInput(int index) => _stages.Length > 0 && _stages[0].Plan.SavesInput(index);

    /// <inheritdoc/>
    public override bool SavesResult(int index) => _stages.Length > 0 && _stages[^1].Plan.SavesResult(index);

    private static void PassOn(ReadOnlySpan<float> gradient, Gradient target)
    {
        if (!target.IsWanted)
            return;
        if (target.Accumulate)
            TensorPrimitives.Add(target.Span, gradient, target.Span);
        else
            gradient.CopyTo(target.Span);
    }

    private int FirstWanting()
    {
        var first = 0;
        while (first < _stages.Length && !_stages[first].Plan.WantsGradient)
            first++;
        return first;
    }

    private Operand InputOf(int stage, Pass pass, ReadOnlySpan<Operand> inputs)
        => stage == 0 ? inputs[0] : pass.Operand(_stages[stage - 1].Result);

    private Operand ResultOf(int stage, Pass pass, ReadOnlySpan<Operand> results)
        => stage == _stages.Length - 1 ? results[0] : pass.Operand(_stages[stage].Result);

    /// <param name="Plan">The module's plan.</param>
    /// <param name="Frame">The module's frame.</param>
    /// <param name="Result">Its result, unless it is the last.</param>
    /// <param name="Gradient">The gradient of that result.</param>
    private readonly record struct Stage(Plan Plan, Slot Frame, Slot Result, Slot Gradient);
}
