using System.Numerics;
using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>Sums over dims, accumulated in double precision in the order of memory: exact to the last bits of a float.</summary>
internal static unsafe class DimSums
{
    /// <summary>For each dim, how far its elements lie apart in the result of reducing some dims: 0 for those.</summary>
    /// <param name="shape">The shape that is reduced.</param>
    /// <param name="dims">The dims that are reduced; none stand for all.</param>
    /// <param name="strides">As many as dims.</param>
    /// <returns>How many elements each result is made from.</returns>
    public static int ReduceStrides(Shape shape, ReadOnlySpan<int> dims, Span<int> strides)
    {
        strides.Fill(dims.IsEmpty ? 0 : 1);
        foreach (var dim in dims)
        {
            var d = Axis.Normalize(dim, shape.Rank);
            if (d < strides.Length)
                strides[d] = 0;
        }

        var stride = 1;
        var count = 1;
        for (var d = strides.Length - 1; d >= 0; d--)
        {
            if (strides[d] == 0)
            {
                count *= shape[d];
                continue;
            }

            strides[d] = stride;
            stride *= shape[d];
        }

        return count;
    }

    /// <summary>For each dim of a result, how far its elements lie apart in an input broadcast to it: 0 where they are repeated.</summary>
    public static void BroadcastStrides(Shape input, Shape result, Span<int> strides)
    {
        var added = result.Rank - input.Rank;
        var stride = 1;
        for (var d = result.Rank - 1; d >= 0; d--)
        {
            var size = d < added ? 1 : input[d - added];
            strides[d] = size == 1 ? 0 : stride;
            stride *= size;
        }
    }

    /// <summary>Sums <paramref name="x"/> into <paramref name="y"/>.</summary>
    /// <param name="x">The elements in row-major order.</param>
    /// <param name="sizes">Their dims.</param>
    /// <param name="strides">For each dim, the stride in <paramref name="y"/>; 0 where it is summed over.</param>
    /// <param name="y">The sums.</param>
    /// <param name="accumulate">Whether to add to what is there.</param>
    /// <param name="count">What each sum is divided by. Default: 1.</param>
    public static void Sum(
        ReadOnlySpan<float> x, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<float> y, bool accumulate = false, double count = 1)
    {
        using var scratch = Scratch.Rent(2L * y.Length);
        var sums = new Span<double>(scratch.Pointer, y.Length);
        Sum(x, sizes, strides, sums);
        for (var i = 0; i < y.Length; i++)
            y[i] = (float)(accumulate ? y[i] + (sums[i] / count) : sums[i] / count);
    }

    /// <summary>Sums <paramref name="x"/> into <paramref name="sums"/>, which is overwritten.</summary>
    public static void Sum(ReadOnlySpan<float> x, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<double> sums)
    {
        sums.Clear();
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(sizes.Length)];
        var rows = new StridedRows(sizes, strides, buffer);
        while (rows.MoveNext())
        {
            var row = x.Slice(rows.Start, rows.RowLength);
            if (rows.RowStride == 0)
                sums[rows.Offset] += Sum(row);
            else if (rows.RowStride == 1)
                Add(row, sums.Slice(rows.Offset, row.Length));
            else
                AddStrided(row, sums[rows.Offset..], rows.RowStride);
        }
    }

    /// <summary>Sums the squared distances from the means into <paramref name="sums"/>, which is overwritten.</summary>
    public static void SquaredDistances(
        ReadOnlySpan<float> x, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, ReadOnlySpan<double> means, Span<double> sums)
    {
        sums.Clear();
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(sizes.Length)];
        var rows = new StridedRows(sizes, strides, buffer);
        while (rows.MoveNext())
        {
            var row = x.Slice(rows.Start, rows.RowLength);
            for (var i = 0; i < row.Length; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                var distance = row[i] - means[at];
                sums[at] += distance * distance;
            }
        }
    }

    /// <summary>The sum of a row.</summary>
    public static double Sum(ReadOnlySpan<float> row)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        Vector<double> low = default;
        Vector<double> high = default;
        foreach (var vector in vectors)
        {
            Vector.Widen(vector, out var a, out var b);
            low += a;
            high += b;
        }

        var sum = Vector.Sum(low + high);
        foreach (var value in row[(vectors.Length * Vector<float>.Count)..])
            sum += value;
        return sum;
    }

    private static void Add(ReadOnlySpan<float> row, Span<double> sums)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        var targets = MemoryMarshal.Cast<double, Vector<double>>(sums);
        for (var i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out var low, out var high);
            targets[2 * i] += low;
            targets[(2 * i) + 1] += high;
        }

        for (var i = vectors.Length * Vector<float>.Count; i < row.Length; i++)
            sums[i] += row[i];
    }

    private static void AddStrided(ReadOnlySpan<float> row, Span<double> sums, int stride)
    {
        for (var i = 0; i < row.Length; i++)
            sums[i * stride] += row[i];
    }
}
