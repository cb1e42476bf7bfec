using System.Numerics.Tensors;

namespace NnGen.Kernels;

internal static unsafe partial class RecurrentLayer<TCell>
{
    /// <summary>Computes the gradients of input, first states and weights, after <see cref="Forward"/> with the same states.</summary>
    /// <param name="sizes">Sizes of the stack that the layer belongs to.</param>
    /// <param name="features">Features of its input.</param>
    /// <param name="isReverse">Whether it runs from the last step to the first.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="states">What <see cref="Forward"/> read and left.</param>
    /// <param name="from">Where the gradients come from and go to.</param>
    /// <param name="to">The gradients of the weights.</param>
    public static void Backward(
        RecurrentSizes sizes, int features, bool isReverse, LayerWeights weights, LayerStates states, LayerStateGradients from, LayerGradients to)
    {
        var (rows, output, width) = (sizes.Rows, sizes.Output, Blocks * sizes.Hidden);
        var ofStates = sizes.Batch * (output + sizes.Hidden);
        var count = checked((rows * (width + (2 * output))) + (2 * ofStates) + (sizes.Batch * sizes.Hidden));
        using var scratch = Scratch.Rent(count);
        var rest = scratch.Span(count);
        states = states.InOrder(sizes, Take(ref rest, ofStates));
        var work = new BackwardMemory
        {
            Gates = Take(ref rest, rows * width),
            Previous = Take(ref rest, rows * output),
            Hidden = Take(ref rest, rows * output),
            Carry = Take(ref rest, sizes.Batch * output),
            Cell = Take(ref rest, sizes.Batch * sizes.Hidden),
            Unprojected = rest,
        };
        Shift(sizes, isReverse, states, work.Previous);
        LayerStates.Sort(sizes, from.LastHidden, work.Carry);
        LayerStates.Sort(sizes, from.LastCell, work.Cell);
        for (var i = sizes.Steps - 1; i >= 0; i--)
        {
            var step = isReverse ? sizes.Steps - 1 - i : i;
            RunCell(sizes, weights, states, from, work, step, before: isReverse ? step + 1 : step - 1);
            Carry(sizes, weights, work, step);
        }

        WriteStates(sizes, work.Carry, from.FirstHidden);
        if (TCell.HasCellState)
            WriteStates(sizes, work.Cell, from.FirstCell);
        WriteWeights(sizes, features, states, work, to);
        if (from.X.IsWanted)
        {
            var length = TCell.Gates * sizes.Hidden;
            Gemm.Run(false, false, rows, features, length, 1, work.Gates, width, weights.Input, features, Beta(from.X), from.X.Span, features);
        }
    }

    /// <summary>Adds the gradients that reach a step and takes them through the cell.</summary>
    private static void RunCell(
        RecurrentSizes sizes, LayerWeights weights, LayerStates states, LayerStateGradients from, BackwardMemory work, int step, int before)
    {
        var samples = sizes.SamplesAt(step);
        for (var n = 0; n < samples; n++)
        {
            var row = sizes.FirstRow(step) + (n * sizes.RowStep);
            var target = work.Hidden.Slice(row * sizes.Output, sizes.Output);
            var carry = work.Carry.Slice(n * sizes.Output, sizes.Output);
            if (from.Y.IsAbsent())
                carry.CopyTo(target);
            else
                TensorPrimitives.Add(carry, from.Y.Slice(row * sizes.Width, sizes.Output), target);
        }

        if (sizes.HasProjection)
        {
            var reached = work.Hidden[(sizes.FirstRow(step) * sizes.Output)..];
            Gemm.Run(
                false,
                false,
                samples,
                sizes.Hidden,
                sizes.Output,
                1,
                reached,
                sizes.RowStep * sizes.Output,
                weights.Projection,
                sizes.Hidden,
                0,
                work.Unprojected,
                sizes.Hidden);
        }

        fixed (float* gates = states.Gates, cells = states.Cells, firstCell = states.FirstCell, previous = work.Previous)
        fixed (float* dgates = work.Gates, dhidden = work.Hidden, dcell = work.Cell, carry = work.Carry, unprojected = work.Unprojected)
        {
            var continued = sizes.SamplesAt(step, before);
            CellBackwardJob<TCell> job = new()
            {
                Batch = continued,
                Hidden = sizes.Hidden,
                Gates = Rows(sizes, gates, Blocks * sizes.Hidden, step),
                GateGradients = Rows(sizes, dgates, Blocks * sizes.Hidden, step),
                Previous = sizes.HasProjection ? default : Rows(sizes, previous, sizes.Output, step),
                Cell = Rows(sizes, cells, sizes.Hidden, step),
                ResultGradient = sizes.HasProjection ? new Samples(unprojected, sizes.Hidden) : Rows(sizes, dhidden, sizes.Output, step),
                CellGradient = new Samples(dcell, sizes.Hidden),
                Direct = new Samples(carry, sizes.Output),
            };
            if (continued > 0)
            {
                job.PreviousCell = Rows(sizes, cells, sizes.Hidden, before);
                Threads.Run(job.Parts, ref job);
            }

            if (continued < samples)
            {
                (job.First, job.Batch) = (continued, samples - continued);
                job.PreviousCell = new Samples(firstCell, sizes.Hidden);
                Threads.Run(job.Parts, ref job);
            }
        }
    }

    /// <summary>The gradient of the hidden states before a step.</summary>
    private static void Carry(RecurrentSizes sizes, LayerWeights weights, BackwardMemory work, int step)
    {
        var width = Blocks * sizes.Hidden;
        var (output, shared, apart) = (sizes.Output, SharedLength(sizes), ApartLength(sizes));
        var samples = sizes.SamplesAt(step);
        var gates = work.Gates[(sizes.FirstRow(step) * width)..];
        var beta = TCell.HasDirectPath ? 1 : 0;
        Gemm.Run(false, false, samples, output, shared, 1, gates, sizes.RowStep * width, weights.Hidden, output, beta, work.Carry, output);
        if (apart == 0)
            return;
        var behind = gates[(TCell.Gates * sizes.Hidden)..];
        Gemm.Run(
            false, false, samples, output, apart, 1, behind, sizes.RowStep * width, weights.Hidden[(shared * output)..], output, 1, work.Carry, output);
    }

    private static void WriteWeights(RecurrentSizes sizes, int features, LayerStates states, BackwardMemory work, LayerGradients to)
    {
        var (rows, output, width) = (sizes.Rows, sizes.Output, Blocks * sizes.Hidden);
        var (all, shared, apart) = (TCell.Gates * sizes.Hidden, SharedLength(sizes), ApartLength(sizes));
        if (to.Input.IsWanted)
            Gemm.Run(true, false, all, features, rows, 1, work.Gates, width, states.X, features, Beta(to.Input), to.Input.Span, features);
        if (to.Hidden.IsWanted)
        {
            Gemm.Run(true, false, shared, output, rows, 1, work.Gates, width, work.Previous, output, Beta(to.Hidden), to.Hidden.Span, output);
            if (apart > 0)
            {
                var target = to.Hidden.Span[(shared * output)..];
                Gemm.Run(true, false, apart, output, rows, 1, work.Gates[all..], width, work.Previous, output, Beta(to.Hidden), target, output);
            }
        }

        if (to.Projection.IsWanted)
        {
            Gemm.Run(
                true, false, output, sizes.Hidden, rows, 1, work.Hidden, output, states.Raw, sizes.Hidden, Beta(to.Projection), to.Projection.Span, sizes.Hidden);
        }

        if (!to.InputBias.IsWanted && !to.HiddenBias.IsWanted)
            return;
        using var scratch = Scratch.Rent(width);
        var sums = scratch.Span(width);
        Reductions.Sum(work.Gates, 1, rows, width, new Gradient(sums, accumulate: false));
        to.InputBias.Write(sums[..all]);
        if (to.HiddenBias.IsWanted)
        {
            new Gradient(to.HiddenBias.Span[..shared], to.HiddenBias.Accumulate).Write(sums[..shared]);
            new Gradient(to.HiddenBias.Span[shared..], to.HiddenBias.Accumulate).Write(sums[all..]);
        }
    }

    /// <summary>For each row the hidden state before its step.</summary>
    private static void Shift(RecurrentSizes sizes, bool isReverse, LayerStates states, Span<float> previous)
    {
        var output = sizes.Output;
        for (var step = 0; step < sizes.Steps; step++)
        {
            var before = isReverse ? step + 1 : step - 1;
            for (var n = 0; n < sizes.SamplesAt(step); n++)
            {
                var target = previous.Slice((sizes.FirstRow(step) + (n * sizes.RowStep)) * output, output);
                if (n < sizes.SamplesAt(before))
                    states.Y.Slice((sizes.FirstRow(before) + (n * sizes.RowStep)) * sizes.Width, output).CopyTo(target);
                else
                    states.FirstHidden.Slice(n * output, output).CopyTo(target);
            }
        }
    }

    /// <summary>Writes gradients of states, which are in the order of the samples.</summary>
    private static void WriteStates(RecurrentSizes sizes, ReadOnlySpan<float> gradients, Gradient target)
    {
        if (!target.IsWanted)
            return;
        var width = gradients.Length / Math.Max(1, sizes.Batch);
        for (var n = 0; n < sizes.Batch; n++)
            new Gradient(target.Span.Slice(sizes.PlaceOf(n) * width, width), target.Accumulate).Write(gradients.Slice(n * width, width));
    }

    private static Span<float> Take(scoped ref Span<float> rest, int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static float Beta(Gradient gradient) => gradient.Accumulate ? 1 : 0;

    /// <summary>Working memory of the backward pass.</summary>
    private readonly ref struct BackwardMemory
    {
        /// <summary>Gradients of the products of all rows.</summary>
        public Span<float> Gates { get; init; }

        /// <summary>Hidden states before all rows.</summary>
        public Span<float> Previous { get; init; }

        /// <summary>Gradients of the hidden states of all rows.</summary>
        public Span<float> Hidden { get; init; }

        /// <summary>Gradient of the hidden states, passed from step to step.</summary>
        public Span<float> Carry { get; init; }

        /// <summary>Gradient of the cell states, passed from step to step.</summary>
        public Span<float> Cell { get; init; }

        /// <summary>Gradient of the hidden states of a step before they are projected.</summary>
        public Span<float> Unprojected { get; init; }
    }
}
