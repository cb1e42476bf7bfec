using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>Sums, means or largest elements of bags of rows of a matrix, without the rows themselves.</summary>
[Op("""
      input: long[N, S]; weight: V, E; offsets: long[B]?; perSampleWeights: N, S? -> y: N, E
    | input: long[T]; weight: V, E; offsets: long[B]?; perSampleWeights: T? -> y: B, E when includeLastOffset == 0
    | input: long[T]; weight: V, E; offsets: long[B]?; perSampleWeights: T? -> y: B - 1, E
    """)]
public static partial class EmbeddingBagOp
{
    /// <summary>Computes the result of each bag; zeros for an empty one.</summary>
    /// <param name="input">The indices.</param>
    /// <param name="weight">The matrix.</param>
    /// <param name="offsets">Where bags begin in a list of indices; absent where each row of indices is a bag.</param>
    /// <param name="perSampleWeights">A factor of each row, or absent.</param>
    /// <param name="y">The results.</param>
    /// <param name="inputShape">Shape of the indices.</param>
    /// <param name="v">Rows of the matrix.</param>
    /// <param name="e">Its columns.</param>
    /// <param name="scaleGradByFreq">Whether a row's gradient is divided by how often the row was looked up. Default: no.</param>
    /// <param name="mode">What is made of the rows of a bag. Default: their mean.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag. Default: no.</param>
    /// <param name="paddingIdx">A row that does not count, counted from the end where negative. Default: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index or an offset is out of range.</exception>
    /// <exception cref="ArgumentException">There are factors, but no sums.</exception>
    public static void Forward(
        ReadOnlySpan<long> input,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<long> offsets,
        ReadOnlySpan<float> perSampleWeights,
        Span<float> y,
        Shape inputShape,
        int v,
        int e,
        bool scaleGradByFreq = false,
        EmbeddingBagMode mode = EmbeddingBagMode.Mean,
        bool includeLastOffset = false,
        int? paddingIdx = null)
    {
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
        for (var bag = 0; bag < bags.Count; bag++)
        {
            var target = y.Slice(bag * e, e);
            target.Clear();
            var count = 0;
            for (var i = bags.Start(bag); i < bags.End(bag); i++)
            {
                if (input[i] == padding)
                    continue;
                var row = weight.Slice((int)input[i] * e, e);
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
        bool scaleGradByFreq,
        EmbeddingBagMode mode,
        int? paddingIdx)
    {
        dweight.Begin();
        dperSampleWeights.Begin();
        var bags = new Bags(input, inputShape, offsets, e == 0 ? 0 : dy.Length / e);
        var padding = Padding(paddingIdx, v);
        using var scratch = Scratch.Rent(scaleGradByFreq ? v : 0);
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
                    AddToLargest(part, weight, gradient, dweight.Span, padding, e);
                continue;
            }

            var divisor = mode == EmbeddingBagMode.Mean ? Math.Max(1, part.Length - part.Count(padding)) : 1;
            for (var i = bags.Start(bag); i < bags.End(bag); i++)
            {
                var row = (int)input[i];
                if (row == padding)
                    continue;
                if (dperSampleWeights.IsWanted)
                    dperSampleWeights.Span[i] += TensorPrimitives.Dot(weight.Slice(row * e, e), gradient);
                if (!dweight.IsWanted)
                    continue;
                var factor = (perSampleWeights.IsAbsent() ? 1 : perSampleWeights[i]) / divisor / (scaleGradByFreq ? counts[row] : 1);
                TensorPrimitives.MultiplyAdd(gradient, factor, dweight.Row(row, e), dweight.Row(row, e));
            }
        }
    }

    private static long Padding(int? paddingIdx, int rows) => paddingIdx is { } index ? (index + rows) % rows : -1;

    private static void AddToLargest(ReadOnlySpan<long> rows, ReadOnlySpan<float> weight, ReadOnlySpan<float> gradient, Span<float> dweight, long padding, int e)
    {
        for (var column = 0; column < e; column++)
        {
            var largest = -1;
            foreach (var row in rows)
            {
                if (row != padding && (largest < 0 || weight[((int)row * e) + column] > weight[(largest * e) + column]))
                    largest = (int)row;
            }

            if (largest >= 0)
                dweight[(largest * e) + column] += gradient[column];
        }
    }
}
