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
    public static void Gather<T>(ReadOnlySpan<T> source, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<T> target)
        where T : unmanaged
    {
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(sizes.Length)];
        var rows = new StridedRows(sizes, strides, buffer);
        while (rows.MoveNext())
        {
            var row = target.Slice(rows.Start, rows.RowLength);
            var from = source[rows.Offset..];
            if (rows.RowStride == 1)
                from[..row.Length].CopyTo(row);
            else if (rows.RowStride == 0)
                row.Fill(from[0]);
            else
                GatherRow(from, rows.RowStride, row);
        }
    }

    /// <summary>Fills contiguous memory from strided memory, or adds to it.</summary>
    /// <param name="source">The strided memory, from its first element on.</param>
    /// <param name="sizes">Sizes of the dims.</param>
    /// <param name="strides">Strides of the source.</param>
    /// <param name="target">The contiguous memory.</param>
    /// <param name="accumulate">Whether to add to what is there.</param>
    public static void Gather(
        ReadOnlySpan<float> source, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, Span<float> target, bool accumulate)
    {
        if (!accumulate)
        {
            Gather(source, sizes, strides, target);
            return;
        }

        Span<int> buffer = stackalloc int[StridedRows.BufferLength(sizes.Length)];
        var rows = new StridedRows(sizes, strides, buffer);
        while (rows.MoveNext())
        {
            var row = target.Slice(rows.Start, rows.RowLength);
            var from = source[rows.Offset..];
            if (rows.RowStride == 1)
                TensorPrimitives.Add(row, from[..row.Length], row);
            else if (rows.RowStride == 0)
                TensorPrimitives.Add(row, from[0], row);
            else
                AddRow(from, rows.RowStride, row);
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

    private static void GatherRow<T>(ReadOnlySpan<T> source, int stride, Span<T> target)
        where T : unmanaged
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = source[i * stride];
    }

    private static void AddRow(ReadOnlySpan<float> source, int stride, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += source[i * stride];
    }
}
