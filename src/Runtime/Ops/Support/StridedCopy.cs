using System.Numerics.Tensors;

namespace NnGen.Kernels;

/// <summary>Copies between contiguous memory and memory with strides.</summary>
internal static class StridedCopy
{
    /// <summary>Fills contiguous memory from strided memory.</summary>
    /// <param name="source">The strided memory, from its first element on.</param>
    /// <param name="sizes">Sizes of the dims.</param>
    /// <param name="strides">Strides of the source.</param>
    /// <param name="target">The contiguous memory.</param>
    /// <param name="accumulate">Whether to add to what is there.</param>
    public static void Gather(
        ReadOnlySpan<float> source, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<float> target, bool accumulate = false)
    {
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(sizes.Length)];
        var rows = new StridedRows(sizes, strides, buffer);
        while (rows.MoveNext())
        {
            var row = target.Slice(rows.Start, rows.RowLength);
            var from = source[rows.Offset..];
            if (rows.RowStride == 1)
                Put(from[..row.Length], row, accumulate);
            else if (rows.RowStride == 0)
                Fill(from[0], row, accumulate);
            else
                GatherRow(from, rows.RowStride, row, accumulate);
        }
    }

    /// <summary>Writes contiguous memory into strided memory, whose elements are distinct.</summary>
    /// <param name="source">The contiguous memory.</param>
    /// <param name="target">The strided memory, from its first element on.</param>
    /// <param name="sizes">Sizes of the dims.</param>
    /// <param name="strides">Strides of the target.</param>
    /// <param name="accumulate">Whether to add to what is there.</param>
    public static void Scatter(
        ReadOnlySpan<float> source, Span<float> target, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, bool accumulate)
    {
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(sizes.Length)];
        var rows = new StridedRows(sizes, strides, buffer);
        while (rows.MoveNext())
        {
            var row = source.Slice(rows.Start, rows.RowLength);
            var to = target[rows.Offset..];
            if (rows.RowStride == 1)
            {
                Put(row, to[..row.Length], accumulate);
                continue;
            }

            for (var i = 0; i < row.Length; i++)
                to[i * rows.RowStride] = accumulate ? to[i * rows.RowStride] + row[i] : row[i];
        }
    }

    /// <summary>Strides of contiguous memory.</summary>
    public static void RowMajor(ReadOnlySpan<int> sizes, Span<int> strides)
    {
        var stride = 1;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= sizes[d];
        }
    }

    private static void Put(ReadOnlySpan<float> source, Span<float> target, bool accumulate)
    {
        if (accumulate)
            TensorPrimitives.Add(target, source, target);
        else
            source.CopyTo(target);
    }

    private static void Fill(float value, Span<float> target, bool accumulate)
    {
        if (accumulate)
            TensorPrimitives.Add(target, value, target);
        else
            target.Fill(value);
    }

    private static void GatherRow(ReadOnlySpan<float> source, int stride, Span<float> target, bool accumulate)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var value = source[i * stride];
            target[i] = accumulate ? target[i] + value : value;
        }
    }
}
