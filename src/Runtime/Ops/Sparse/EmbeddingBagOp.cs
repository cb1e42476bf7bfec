using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>Sums, means or largest elements of bags of rows of a matrix, without the rows themselves.</summary>
[Op("""
      input: long[N, S]; weight: V, E; offsets: long[B]?; perSampleWeights: N, S?; !table: V, E? -> y: N, E
    | input: long[T]; weight: V, E; offsets: long[B]?; perSampleWeights: T?; !table: V, E? -> y: B, E when includeLastOffset == 0
    | input: long[T]; weight: V, E; offsets: long[B]?; perSampleWeights: T?; !table: V, E? -> y: B - 1, E
    """)]
public static partial class EmbeddingBagOp
{
    /// <summary>Computes the result of each bag; zeros for an empty one.</summary>
    /// <param name="input">The indices.</param>
    /// <param name="weight">The matrix.</param>
    /// <param name="offsets">Where bags begin in a list of indices; absent where each row of indices is a bag.</param>
    /// <param name="perSampleWeights">A factor of each row, or absent.</param>
    /// <param name="table">The matrix once more, where rows are renormalised in it in training; or absent.</param>
    /// <param name="y">The results.</param>
    /// <param name="inputShape">Shape of the indices.</param>
    /// <param name="v">Rows of the matrix.</param>
    /// <param name="e">Its columns.</param>
    /// <param name="maxNorm">Rows of a greater norm are scaled down to it. Default: none.</param>
    /// <param name="normType">Which p-norm. Default: 2.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is divided by how often the row was looked up. Default: no.</param>
    /// <param name="mode">What is made of the rows of a bag. Default: their mean.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag. Default: no.</param>
    /// <param name="paddingIdx">A row that does not count, counted from the end where negative. Default: none.</param>
    /// <param name="training">Whether the table is written. Default: no.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index or an offset is out of range.</exception>
    /// <exception cref="ArgumentException">There are factors, but no sums.</exception>
    public static void Forward(
        ReadOnlySpan<long> input,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<long> offsets,
        ReadOnlySpan<float> perSampleWeights,
        Span<float> table,
        Span<float> y,
        Shape inputShape,
        int v,
        int e,
        double? maxNorm = null,
        double normType = 2,
        bool scaleGradByFreq = false,
        EmbeddingBagMode mode = EmbeddingBagMode.Mean,
        bool includeLastOffset = false,
        int? paddingIdx = null,
        bool training = false)
    {
        if (!Enum.IsDefined(mode))
            throw new ArgumentException($"mode has to be one of sum, mean or max, but got {mode}", nameof(mode));
        if (!perSampleWeights.IsAbsent() && mode != EmbeddingBagMode.Sum)
            throw new ArgumentException($"embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='{mode}').", nameof(perSampleWeights));
        if (inputShape.Rank == 2 && !offsets.IsAbsent())
            throw new ArgumentException("if input is 2D, then offsets has to be None, as input is treated as a mini-batch of fixed length sequences.", nameof(offsets));
        if (inputShape.Rank == 1 && offsets.IsAbsent())
            throw new ArgumentException("offsets has to be a 1D Tensor but got None", nameof(offsets));
        if (paddingIdx is { } index && (index < -v || index >= v))
            throw new ArgumentOutOfRangeException(nameof(paddingIdx), index, "padding_idx must be within the number of embeddings");
        var bags = new Bags(input, inputShape, offsets, e == 0 ? 0 : y.Length / e);
        bags.Validate(input, v);
        var padding = Padding(paddingIdx, v);
        using var scratch = Scratch.Rent(e);
        var rows = new LimitedRows(weight, scratch.Span(e), maxNorm, normType);
        if (training && !table.IsEmpty)
            rows.Store(table, input);
        for (var bag = 0; bag < bags.Count; bag++)
        {
            var target = y.Slice(bag * e, e);
            target.Clear();
            var count = 0;
            for (var i = bags.Start(bag); i < bags.End(bag); i++)
            {
                if (input[i] == padding)
                    continue;
                var row = rows[input[i]];
                if (mode != EmbeddingBagMode.Max)
                    TensorPrimitives.MultiplyAdd(row, perSampleWeights.IsAbsent() ? 1 : perSampleWeights[i], target, target);
                else if (count == 0)
                    row.CopyTo(target);
                else
                    TensorPrimitives.Max(row, target, target);
                count++;
            }

            if (mode == EmbeddingBagMode.Mean && count > 1)
                TensorPrimitives.Divide(target, count, target);
        }
    }

    /// <summary>Computes the gradients of the matrix and of the factors.</summary>
    public static void Backward(
        ReadOnlySpan<long> input,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<long> offsets,
        ReadOnlySpan<float> perSampleWeights,
        ReadOnlySpan<float> dy,
        Gradient dweight,
        Gradient dperSampleWeights,
        Shape inputShape,
        int v,
        int e,
        double? maxNorm,
        double normType,
        bool scaleGradByFreq,
        EmbeddingBagMode mode,
        int? paddingIdx)
    {
        dweight.Begin();
        dperSampleWeights.Begin();
        var bags = new Bags(input, inputShape, offsets, e == 0 ? 0 : dy.Length / e);
        var padding = Padding(paddingIdx, v);
        using var scratch = Scratch.Rent(scaleGradByFreq ? v : 0);
        using var forRow = Scratch.Rent(e);
        var rows = new LimitedRows(weight, forRow.Span(e), maxNorm, normType);
        var counts = scratch.Span(scaleGradByFreq ? v : 0);
        counts.Clear();
        if (scaleGradByFreq)
        {
            foreach (var row in input)
                counts[(int)row]++;
        }

        for (var bag = 0; bag < bags.Count; bag++)
        {
            var gradient = dy.Slice(bag * e, e);
            var part = input[bags.Start(bag)..bags.End(bag)];
            if (mode == EmbeddingBagMode.Max)
            {
                if (dweight.IsWanted)
                    AddToLargest(part, rows, gradient, dweight.Span, padding);
                continue;
            }

            var divisor = mode == EmbeddingBagMode.Mean ? Math.Max(1, part.Length - part.Count(padding)) : 1;
            for (var i = bags.Start(bag); i < bags.End(bag); i++)
            {
                var row = (int)input[i];
                if (row == padding)
                    continue;
                if (dperSampleWeights.IsWanted)
                    dperSampleWeights.Span[i] += TensorPrimitives.Dot(rows[row], gradient);
                if (!dweight.IsWanted)
                    continue;
                var factor = (perSampleWeights.IsAbsent() ? 1 : perSampleWeights[i]) / divisor / (scaleGradByFreq ? counts[row] : 1);
                TensorPrimitives.MultiplyAdd(gradient, factor, dweight.Row(row, e), dweight.Row(row, e));
            }
        }
    }

    private static long Padding(int? paddingIdx, int rows) => paddingIdx is { } index ? (index + rows) % rows : -1;

    /// <summary>Gives each element's gradient to the first row of the bag that has the largest one.</summary>
    private static void AddToLargest(ReadOnlySpan<long> bag, LimitedRows rows, ReadOnlySpan<float> gradient, Span<float> dweight, long padding)
    {
        using var scratch = Scratch.Rent(2L * gradient.Length);
        var largest = scratch.Span(gradient.Length);
        var owners = scratch.Integers(2 * gradient.Length)[gradient.Length..];
        owners.Fill(-1);
        foreach (var index in bag)
        {
            if (index == padding)
                continue;
            var row = rows[index];
            for (var column = 0; column < row.Length; column++)
            {
                if (owners[column] >= 0 && !(row[column] > largest[column]))
                    continue;
                largest[column] = row[column];
                owners[column] = (int)index;
            }
        }

        for (var column = 0; column < gradient.Length; column++)
        {
            if (owners[column] >= 0)
                dweight[(owners[column] * gradient.Length) + column] += gradient[column];
        }
    }
}
