namespace NnGen.Kernels;

/// <summary>Variances over dims, in two passes: means, then squared distances from them.</summary>
internal static unsafe class Variance
{
    /// <summary>Computes means and variances.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="shape">Their shape.</param>
    /// <param name="dims">The dims that are reduced; none stand for all.</param>
    /// <param name="correction">What the number of elements is lessened by.</param>
    /// <param name="mean">The means.</param>
    /// <param name="variance">The variances.</param>
    public static void Forward(
        ReadOnlySpan<float> x, Shape shape, ReadOnlySpan<int> dims, double correction, Span<float> mean, Span<float> variance)
    {
        Span<int> strides = stackalloc int[shape.Rank];
        var count = DimSums.ReduceStrides(shape, dims, strides);
        using var scratch = Scratch.Rent(4L * mean.Length);
        var means = new Span<double>(scratch.Pointer, mean.Length);
        var squares = new Span<double>((double*)scratch.Pointer + mean.Length, mean.Length);
        DimSums.Sum(x, shape, strides, means);
        foreach (ref var value in means)
            value /= count;
        DimSums.SquaredDistances(x, shape, strides, means, squares);
        var degrees = Math.Max(0, count - correction);
        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = (float)means[i];
            variance[i] = (float)(squares[i] / degrees);
        }
    }

    /// <summary>Computes <c>dx = scale · (x - mean)</c>, where the scale holds the gradient of each result.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="shape">Their shape.</param>
    /// <param name="dims">The dims that were reduced.</param>
    /// <param name="mean">The means.</param>
    /// <param name="scale">A factor for each result.</param>
    /// <param name="dx">Where to write.</param>
    public static void Backward(
        ReadOnlySpan<float> x, Shape shape, ReadOnlySpan<int> dims, ReadOnlySpan<float> mean, ReadOnlySpan<float> scale, Gradient dx)
    {
        Span<int> strides = stackalloc int[shape.Rank];
        DimSums.ReduceStrides(shape, dims, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(shape.Rank)];
        var rows = new StridedRows(shape, strides, buffer);
        while (rows.MoveNext())
        {
            var row = x.Slice(rows.Start, rows.RowLength);
            var target = dx.Span.Slice(rows.Start, rows.RowLength);
            for (var i = 0; i < row.Length; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                var value = scale[at] * (row[i] - mean[at]);
                target[i] = dx.Accumulate ? target[i] + value : value;
            }
        }
    }

    /// <summary>How many elements each result is made from, lessened by the correction and at least 0.</summary>
    public static double Degrees(int elements, int results, double correction)
        => Math.Max(0, (results == 0 ? 0 : elements / results) - correction);
}
