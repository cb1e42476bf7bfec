namespace NnGen.Kernels;

/// <summary>Counts and sums of elements of any type over dims, as integers.</summary>
internal static class Counts
{
    /// <summary>Whether any element is not 0.</summary>
    public static void Any<T>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> dims, Span<bool> y)
        where T : unmanaged
    {
        y.Clear();
        Visit<T, bool>(x, shape, dims, y, static (T value, ref bool any) => any |= Numbers.Convert<T, bool>(value));
    }

    /// <summary>Whether all elements are not 0.</summary>
    public static void All<T>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> dims, Span<bool> y)
        where T : unmanaged
    {
        y.Fill(true);
        Visit<T, bool>(x, shape, dims, y, static (T value, ref bool all) => all &= Numbers.Convert<T, bool>(value));
    }

    /// <summary>How many elements are not 0.</summary>
    public static void Nonzero<T>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> dims, Span<long> y)
        where T : unmanaged
    {
        y.Clear();
        Visit<T, long>(x, shape, dims, y, static (T value, ref long count) => count += Numbers.Convert<T, bool>(value) ? 1 : 0);
    }

    /// <summary>Their sum.</summary>
    public static void Sum<T>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> dims, Span<long> y)
        where T : unmanaged
    {
        y.Clear();
        Visit<T, long>(x, shape, dims, y, static (T value, ref long sum) => sum += Numbers.Convert<T, long>(value));
    }

    private delegate void Visitor<T, TResult>(T value, ref TResult result);

    private static void Visit<T, TResult>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> dims, Span<TResult> y, Visitor<T, TResult> visit)
    {
        Span<int> strides = stackalloc int[shape.Rank];
        DimSums.ReduceStrides(shape, dims, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(shape.Rank)];
        var rows = new StridedRows(shape, strides, buffer);
        while (rows.MoveNext())
        {
            var row = x.Slice(rows.Start, rows.RowLength);
            for (var i = 0; i < row.Length; i++)
                visit(row[i], ref y[rows.Offset + (i * rows.RowStride)]);
        }
    }
}
