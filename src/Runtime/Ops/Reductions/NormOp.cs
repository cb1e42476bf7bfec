using NnGen.Kernels;

namespace NnGen;

/// <summary>The norm of the elements over dims: the p-th root of the sum of the p-th powers of their absolute values.</summary>
[Op("x: *S -> y: reduce(*S, dim, keepDim)")]
public static unsafe partial class NormOp
{
    /// <summary>Computes the norm over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="p">The exponent; infinity is the largest absolute value, 0 the number of elements that are not 0. Default: 2.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor Apply(Tensor x, double p = 2, int[]? dim = null, bool keepDim = false);

    /// <summary>Computes the norms, in double precision.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, double p, int[]? dim)
    {
        Span<int> strides = stackalloc int[xShape.Rank];
        DimSums.ReduceStrides(xShape, dim, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(xShape.Rank)];
        using var scratch = Scratch.Rent(2L * y.Length);
        var sums = new Span<double>(scratch.Pointer, y.Length);
        sums.Fill(double.IsNegativeInfinity(p) ? double.PositiveInfinity : 0);
        var rows = new StridedRows(xShape, strides, buffer);
        while (rows.MoveNext())
        {
            var row = x.Slice(rows.Start, rows.RowLength);
            for (var i = 0; i < row.Length; i++)
            {
                ref var sum = ref sums[rows.Offset + (i * rows.RowStride)];
                sum = Add(sum, Math.Abs((double)row[i]), p);
            }
        }

        for (var i = 0; i < y.Length; i++)
            y[i] = (float)Root(sums[i], p);
    }

    /// <summary>Computes the gradient of <c>x</c>: 0 where the norm is; of the infinite norms shared among equal elements.</summary>
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, double p, int[]? dim)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[xShape.Rank];
        DimSums.ReduceStrides(xShape, dim, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(xShape.Rank)];
        using var scratch = Scratch.Rent(y.Length);
        var counts = scratch.Span(y.Length);
        if (double.IsInfinity(p))
            CountExtremes(x, y, new StridedRows(xShape, strides, buffer), counts);
        var rows = new StridedRows(xShape, strides, buffer);
        while (rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                var value = x[rows.Start + i];
                var share = double.IsInfinity(p)
                    ? Math.Abs(value) == y[at] ? Math.Sign(value) / counts[at] : 0
                    : Derivative(value, y[at], p);
                ref var target = ref dx.Span[rows.Start + i];
                target = (float)((dx.Accumulate ? target : 0) + (share * dy[at]));
            }
        }
    }

    private static double Add(double sum, double value, double p) => p switch
    {
        2 => sum + (value * value),
        1 => sum + value,
        0 => sum + (value != 0 ? 1 : 0),
        double.PositiveInfinity => Math.Max(sum, value),
        double.NegativeInfinity => Math.Min(sum, value),
        _ => sum + Math.Pow(value, p),
    };

    private static double Root(double sum, double p)
        => p == 2 ? Math.Sqrt(sum) : p is 0 or 1 || double.IsInfinity(p) ? sum : Math.Pow(sum, 1 / p);

    private static double Derivative(float x, float norm, double p)
    {
        if (p == 0 || x == 0 || norm == 0)
            return 0;
        return p switch
        {
            1 => Math.Sign(x),
            2 => x / norm,
            _ => Math.Sign(x) * Math.Pow(Math.Abs(x) / norm, p - 1),
        };
    }

    private static void CountExtremes(ReadOnlySpan<float> x, ReadOnlySpan<float> y, StridedRows rows, Span<float> counts)
    {
        counts.Clear();
        while (rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                counts[at] += Math.Abs(x[rows.Start + i]) == y[at] ? 1 : 0;
            }
        }
    }
}
