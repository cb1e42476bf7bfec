using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>
/// One direction of one recurrent layer over a sequence: the products of all inputs at once, then for each step the product of the
/// hidden states and the cell.
/// </summary>
internal static unsafe partial class RecurrentLayer<TCell>
    where TCell : struct, IRecurrentCell
{
    /// <summary>Blocks of gates that are kept: those whose products are apart take a block more each.</summary>
    public static int Blocks => (2 * TCell.Gates) - TCell.SharedGates;

    /// <summary>Elements of the products of hidden states that are added to those of the input.</summary>
    private static int SharedLength(RecurrentSizes sizes) => TCell.SharedGates * sizes.Hidden;

    /// <summary>Elements of the others.</summary>
    private static int ApartLength(RecurrentSizes sizes) => (TCell.Gates - TCell.SharedGates) * sizes.Hidden;

    /// <summary>Computes the results.</summary>
    /// <param name="sizes">Sizes of the stack that the layer belongs to.</param>
    /// <param name="features">Features of its input.</param>
    /// <param name="isReverse">Whether it runs from the last step to the first.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="states">Its input, results, and what is kept.</param>
    /// <param name="lastHidden">The hidden states after the last step.</param>
    /// <param name="lastCell">The cell states after the last step; empty for a cell without them.</param>
    public static void Forward(
        RecurrentSizes sizes, int features, bool isReverse, LayerWeights weights, LayerStates states, Span<float> lastHidden, Span<float> lastCell)
    {
        MultiplyInputs(sizes, features, weights, states);
        using var scratch = Scratch.Rent(Math.Max(1, sizes.Batch * (sizes.Output + sizes.Hidden)));
        states = states.InOrder(sizes, scratch.Span(sizes.Batch * (sizes.Output + sizes.Hidden)));
        var rows = TCell.Gates * sizes.Hidden;
        using var laidOut = Scratch.Rent(HiddenWeight.Length(sizes, rows));
        var hidden = new HiddenWeight(weights.Hidden, sizes, rows, laidOut);
        var first = states.FirstHidden;
        for (var i = 0; i < sizes.Steps; i++)
        {
            var step = isReverse ? sizes.Steps - 1 - i : i;
            var (before, after) = isReverse ? (step + 1, step - 1) : (step - 1, step + 1);
            var continued = sizes.SamplesAt(step, before);
            var behind = states.Y[(continued == 0 ? 0 : sizes.FirstRow(before) * sizes.Width)..];
            MultiplyHidden(sizes, hidden, weights.HiddenBias, states, step, 0, continued, behind, sizes.RowStep * sizes.Width);
            MultiplyHidden(sizes, hidden, weights.HiddenBias, states, step, continued, sizes.SamplesAt(step), first, sizes.Output);
            RunCell(sizes, states, step, before, continued, first);
            if (sizes.HasProjection)
                Project(sizes, weights, states, step);

            var ended = sizes.SamplesAt(step, after);
            CopyRows(sizes, states.Y, sizes.Width, step, ended, lastHidden, sizes.Output);
            if (TCell.HasCellState)
                CopyRows(sizes, states.Cells, sizes.Hidden, step, ended, lastCell, sizes.Hidden);
        }
    }

    /// <summary>The products of the input at all steps, with the biases that go with them.</summary>
    private static void MultiplyInputs(RecurrentSizes sizes, int features, LayerWeights weights, LayerStates states)
    {
        var length = TCell.Gates * sizes.Hidden;
        using var scratch = Scratch.Rent(length);
        var bias = scratch.Span(length);
        bias.Clear();
        if (!weights.InputBias.IsAbsent())
            weights.InputBias.CopyTo(bias);
        if (!weights.HiddenBias.IsAbsent())
        {
            var shared = bias[..SharedLength(sizes)];
            TensorPrimitives.Add(shared, weights.HiddenBias[..shared.Length], shared);
        }

        WeightProduct.Run(
            sizes.Rows, length, features, states.X, weights.Input, states.Gates, Blocks * sizes.Hidden, new Epilogue { Bias = bias });
    }

    /// <summary>The products of the hidden states of some samples, whose rows lie a distance apart.</summary>
    private static void MultiplyHidden(
        RecurrentSizes sizes,
        HiddenWeight weight,
        ReadOnlySpan<float> bias,
        LayerStates states,
        int step,
        int from,
        int to,
        ReadOnlySpan<float> hidden,
        int rowStep)
    {
        if (from == to)
            return;
        var width = Blocks * sizes.Hidden;
        var (shared, apart) = (SharedLength(sizes), ApartLength(sizes));
        hidden = hidden[(from * rowStep)..];
        var gates = states.Gates[((sizes.FirstRow(step) + (from * sizes.RowStep)) * width)..];
        var gatesStep = sizes.RowStep * width;
        weight.Multiply(0, shared, to - from, hidden, rowStep, 1, gates, gatesStep, default);
        if (apart == 0)
            return;
        var apartBias = bias.IsAbsent() ? default : bias[shared..];
        weight.Multiply(shared, apart, to - from, hidden, rowStep, 0, gates[(TCell.Gates * sizes.Hidden)..], gatesStep, apartBias);
    }

    /// <summary>Runs the cell for samples that continue from the step before and for those that start.</summary>
    private static void RunCell(RecurrentSizes sizes, LayerStates states, int step, int before, int continued, ReadOnlySpan<float> first)
    {
        var result = sizes.HasProjection ? states.Raw : states.Y;
        var resultWidth = sizes.HasProjection ? sizes.Hidden : sizes.Width;
        fixed (float* gates = states.Gates, y = states.Y, cells = states.Cells, to = result, firstHidden = first, firstCell = states.FirstCell)
        {
            CellForwardJob<TCell> job = new()
            {
                Batch = continued,
                Hidden = sizes.Hidden,
                Gates = Rows(sizes, gates, Blocks * sizes.Hidden, step),
                Cell = Rows(sizes, cells, sizes.Hidden, step),
                Result = Rows(sizes, to, resultWidth, step),
            };
            if (continued > 0)
            {
                job.Previous = Rows(sizes, y, sizes.Width, before);
                job.PreviousCell = Rows(sizes, cells, sizes.Hidden, before);
                Threads.Run(job.Parts, ref job);
            }

            if (continued < sizes.SamplesAt(step))
            {
                (job.First, job.Batch) = (continued, sizes.SamplesAt(step) - continued);
                job.Previous = new Samples(firstHidden, sizes.Output);
                job.PreviousCell = new Samples(firstCell, sizes.Hidden);
                Threads.Run(job.Parts, ref job);
            }
        }
    }

    private static void Project(RecurrentSizes sizes, LayerWeights weights, LayerStates states, int step)
    {
        var row = sizes.FirstRow(step);
        Gemm.Run(
            false,
            true,
            sizes.SamplesAt(step),
            sizes.Output,
            sizes.Hidden,
            1,
            states.Raw[(row * sizes.Hidden)..],
            sizes.RowStep * sizes.Hidden,
            weights.Projection,
            sizes.Hidden,
            0,
            states.Y[(row * sizes.Width)..],
            sizes.RowStep * sizes.Width);
    }

    /// <summary>The rows of all samples at a step.</summary>
    private static Samples Rows(RecurrentSizes sizes, float* matrix, int width, int step)
        => matrix == null ? default : new Samples(matrix + ((long)sizes.FirstRow(step) * width), sizes.RowStep * width);

    /// <summary>Copies the rows of the samples at a step from one on.</summary>
    private static void CopyRows(RecurrentSizes sizes, ReadOnlySpan<float> matrix, int width, int step, int from, Span<float> target, int count)
    {
        for (var n = from; n < sizes.SamplesAt(step); n++)
            matrix.Slice((sizes.FirstRow(step) + (n * sizes.RowStep)) * width, count).CopyTo(target[(sizes.PlaceOf(n) * count)..]);
    }
}
