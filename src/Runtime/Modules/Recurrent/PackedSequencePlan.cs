using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>A recurrent module over a <see cref="PackedSequence"/>: its four tensors, then the first states in the order of the batch.</summary>
internal sealed class PackedSequencePlan<TCell> : RecurrentPlan<TCell>
    where TCell : struct, IRecurrentCell
{
    /// <summary>How many tensors make up a packed sequence: data, batch sizes, and the two orders.</summary>
    private const int Parts = 4;

    /// <param name="module">The module.</param>
    /// <param name="bound">Its contract, bound to the shapes.</param>
    /// <param name="kind">What the plan is laid out for.</param>
    public PackedSequencePlan(RNNBase module, BoundOp bound, PlanKind kind)
        : base(module, module.SizesOf(steps: bound.Dim("R"), batch: 1, batchFirst: false), kind)
        => ResultShapes = [.. Enumerable.Range(0, Parts + (TCell.HasCellState ? 2 : 1)).Select(i => bound[i])];

    /// <inheritdoc/>
    public override TensorBase CreateResult(int index) => IsOrder(index) ? Tensor<long>.Zeros(ResultShapes[index]) : base.CreateResult(index);

    /// <inheritdoc/>
    public override bool DifferentiatesInput(int index) => !IsOrder(index);

    /// <inheritdoc/>
    public override void Forward(Pass pass, ReadOnlySpan<Operand> inputs, ReadOnlySpan<Operand> results)
    {
        for (var i = 1; i < Parts; i++)
            inputs[i].As<long>().CopyTo(results[i].As<long>());
        using var rows = RowsOf(inputs);
        var sizes = rows.Of(Sizes);
        var y = results[0].As<float>();
        Run(
            pass,
            sizes,
            inputs[0].As<float>(),
            inputs[Parts].As<float>(),
            Cell(inputs),
            y,
            results[Parts].As<float>(),
            Cell(results));
        y[(sizes.Rows * sizes.Width)..].Clear();
    }

    /// <inheritdoc/>
    public override void Backward(
        Pass pass,
        ReadOnlySpan<Operand> inputs,
        ReadOnlySpan<Operand> results,
        ReadOnlySpan<Operand> resultGradients,
        ReadOnlySpan<GradientOperand> inputGradients)
    {
        using var rows = RowsOf(inputs);
        var sizes = rows.Of(Sizes);
        var dx = inputGradients[0].ToGradient();
        RunBackward(
            pass,
            sizes,
            inputs[0].As<float>(),
            inputs[Parts].As<float>(),
            Cell(inputs),
            results[0].As<float>(),
            resultGradients[0].As<float>(),
            resultGradients[Parts].As<float>(),
            Cell(resultGradients),
            dx,
            inputGradients[Parts].ToGradient(),
            TCell.HasCellState ? inputGradients[Parts + 1].ToGradient() : default);
        if (dx is { IsWanted: true, Accumulate: false })
            dx.Span[(sizes.Rows * sizes.Features)..].Clear();
    }

    private static bool IsOrder(int index) => index is > 0 and < Parts;

    private PackedRows RowsOf(ReadOnlySpan<Operand> inputs) => new(inputs[1].As<long>(), inputs[2].As<long>(), Sizes.Rows);

    /// <summary>The cell state among operands: the last one, where there is any.</summary>
    private static Span<float> Cell(ReadOnlySpan<Operand> operands) => TCell.HasCellState ? operands[Parts + 1].As<float>() : default;
}
