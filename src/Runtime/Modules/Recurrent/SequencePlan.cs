using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>A recurrent module over sequences of one length: input, then the first states.</summary>
internal sealed class SequencePlan<TCell> : RecurrentPlan<TCell>
    where TCell : struct, IRecurrentCell
{
    /// <param name="module">The module.</param>
    /// <param name="bound">Its contract, bound to the shapes.</param>
    /// <param name="kind">What the plan is laid out for.</param>
    public SequencePlan(RNNBase module, BoundOp bound, PlanKind kind)
        : base(module, SizesOf(module, bound), kind)
        => ResultShapes = TCell.HasCellState ? [bound[0], bound[1], bound[2]] : [bound[0], bound[1]];

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
        => Run(
            pass,
            Sizes,
            inputs[0].As<float>(),
            inputs[1].As<float>(),
            Cell(inputs),
            results[0].As<float>(),
            results[1].As<float>(),
            Cell(results));

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
        => RunBackward(
            pass,
            Sizes,
            inputs[0].As<float>(),
            inputs[1].As<float>(),
            Cell(inputs),
            results[0].As<float>(),
            resultGradients[0].As<float>(),
            resultGradients[1].As<float>(),
            Cell(resultGradients),
            inputGradients[0].ToGradient(),
            inputGradients[1].ToGradient(),
            TCell.HasCellState ? inputGradients[2].ToGradient() : default);

    private static RecurrentSizes SizesOf(RNNBase module, BoundOp bound)
        => module.SizesOf(
            bound.Dim("T"),
            bound.Alternative == RNNBase.Unbatched ? 1 : bound.Dim("N"),
            module.BatchFirst && bound.Alternative != RNNBase.Unbatched);

    /// <summary>The cell state among operands: the third one, where there is any.</summary>
    private static Span<float> Cell(ReadOnlySpan<Operand> operands) => TCell.HasCellState ? operands[2].As<float>() : default;
}
