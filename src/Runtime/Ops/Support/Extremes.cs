namespace NnGen.Kernels;

/// <summary>Which of two numbers counts as further out. NaN is further out than any number, as in PyTorch.</summary>
internal interface IExtreme
{
    /// <summary>Whether <paramref name="value"/> takes the place of <paramref name="best"/>; equal ones do not.</summary>
    static abstract bool Beats(float value, float best);

    /// <summary>Which sign the comparison of a number with a less extreme one has.</summary>
    static abstract int Sign { get; }
}

/// <summary>The largest.</summary>
internal readonly struct Largest : IExtreme
{
    public static int Sign => 1;

    public static bool Beats(float value, float best) => value > best || (float.IsNaN(value) && !float.IsNaN(best));
}

/// <summary>The smallest.</summary>
internal readonly struct Smallest : IExtreme
{
    public static int Sign => -1;

    public static bool Beats(float value, float best) => value < best || (float.IsNaN(value) && !float.IsNaN(best));
}

/// <summary>The largest or smallest elements along dims.</summary>
internal static class Extremes
{
    /// <summary>Finds the first one on each line along a dim, and its index.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="values">The elements found; empty where only the indices are wanted.</param>
    /// <param name="indices">Their indices along the dim.</param>
    /// <exception cref="ArgumentException">The dim has size 0.</exception>
    public static void Find<TExtreme, T>(ReadOnlySpan<T> x, Axis axis, Span<T> values, Span<long> indices)
        where TExtreme : struct, IExtreme
        where T : unmanaged
    {
        RefuseEmpty(axis.Size == 0 && axis.Lines > 0);
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            var best = 0;
            for (var i = 1; i < axis.Size; i++)
            {
                if (Beats<TExtreme, T>(x[start + (i * axis.Inner)], x[start + (best * axis.Inner)]))
                    best = i;
            }

            indices[line] = best;
            if (!values.IsEmpty)
                values[line] = x[start + (best * axis.Inner)];
        }
    }

    /// <summary>Adds each gradient to the element that was found.</summary>
    public static void Scatter(ReadOnlySpan<float> dvalues, ReadOnlySpan<long> indices, Axis axis, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        for (var line = 0; line < axis.Lines; line++)
        {
            var start = axis.Start(line);
            dx.Span[start + ((int)indices[line] * axis.Inner)] += dvalues[line];
        }
    }

    /// <summary>Finds the largest or smallest element over dims.</summary>
    /// <exception cref="ArgumentException">A result is made from no elements.</exception>
    public static void Reduce<TExtreme, T>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> dims, Span<T> y)
        where TExtreme : struct, IExtreme
        where T : unmanaged
    {
        RefuseEmpty(x.Length == 0 && y.Length > 0);
        Span<int> strides = stackalloc int[shape.Rank];
        DimSums.ReduceStrides(shape, dims, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(shape.Rank)];
        if (typeof(T) == typeof(float))
            y.Fill((T)(object)(TExtreme.Sign * float.NegativeInfinity));
        else
            TakeFirst(x, shape, strides, y);
        var rows = new StridedRows(shape, strides, buffer);
        while (rows.MoveNext())
        {
            var row = x.Slice(rows.Start, rows.RowLength);
            for (var i = 0; i < row.Length; i++)
            {
                ref var best = ref y[rows.Offset + (i * rows.RowStride)];
                if (Beats<TExtreme, T>(row[i], best))
                    best = row[i];
            }
        }
    }

    /// <summary>Shares each gradient evenly among the elements equal to the result.</summary>
    public static void Share(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Shape shape, ReadOnlySpan<int> dims, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[shape.Rank];
        DimSums.ReduceStrides(shape, dims, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(shape.Rank)];
        using var scratch = Scratch.Rent(y.Length);
        var counts = scratch.Span(y.Length);
        counts.Clear();
        var rows = new StridedRows(shape, strides, buffer);
        while (rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                counts[at] += x[rows.Start + i].Equals(y[at]) ? 1 : 0;
            }
        }

        rows = new StridedRows(shape, strides, buffer);
        while (rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                var share = x[rows.Start + i].Equals(y[at]) ? dy[at] / counts[at] : 0;
                ref var target = ref dx.Span[rows.Start + i];
                target = dx.Accumulate ? target + share : share;
            }
        }
    }

    /// <summary>Whether a value takes the place of the best one so far.</summary>
    public static bool Beats<TExtreme, T>(T value, T best)
        where TExtreme : struct, IExtreme
        => typeof(T) == typeof(float)
            ? TExtreme.Beats((float)(object)value!, (float)(object)best!)
            : Comparer<T>.Default.Compare(value, best) * TExtreme.Sign > 0;

    /// <summary>Starts each result with the first of its elements.</summary>
    private static void TakeFirst<T>(ReadOnlySpan<T> x, Shape shape, ReadOnlySpan<int> strides, Span<T> y)
    {
        if (y.IsEmpty)
            return;
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(shape.Rank)];
        var rows = new StridedRows(shape, strides, buffer);
        var left = y.Length;
        using var scratch = Scratch.Rent(y.Length);
        var isTaken = scratch.Span(y.Length);
        isTaken.Clear();
        while (left > 0 && rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
            {
                var at = rows.Offset + (i * rows.RowStride);
                if (isTaken[at] != 0)
                    continue;
                (y[at], isTaken[at]) = (x[rows.Start + i], 1);
                left--;
            }
        }
    }

    /// <summary>Refuses to look for an element where there is none.</summary>
    public static void RefuseEmpty(bool isEmpty)
    {
        if (isEmpty)
            throw new ArgumentException("A reduction over no elements has no largest, smallest or middle one.");
    }
}
