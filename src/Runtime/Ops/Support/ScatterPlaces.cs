namespace NnGen.Kernels;

/// <summary>Where scatter writes, and from where.</summary>
internal readonly ref struct ScatterPlaces
{
    private ScatterPlaces(Span<int> places, Span<int> sources)
    {
        Places = places;
        Sources = sources;
    }

    private Span<int> Places { get; }

    private Span<int> Sources { get; }

    /// <summary>For each index the place in the tensor, and that of its element.</summary>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public static ScatterPlaces Locate(ReadOnlySpan<long> index, Shape indexShape, Shape shape, Shape source, int dim, Scratch scratch)
    {
        var numbers = scratch.Integers(2 * index.Length);
        var places = new ScatterPlaces(numbers[..index.Length], numbers[index.Length..]);
        IndexedDim.Locate(index, indexShape, shape, dim, places.Places);
        IndexedDim.CheckShape(indexShape, source, -1);
        Span<int> strides = stackalloc int[source.Rank];
        StridedCopy.RowMajor(source, strides);
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(source.Rank)];
        var rows = new StridedRows(indexShape, strides, buffer);
        while (rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
                places.Sources[rows.Start + i] = rows.Offset + (i * rows.RowStride);
        }

        return places;
    }

    /// <summary>Passes the gradient of elements that were not written over.</summary>
    public static void Keep(ReadOnlySpan<float> dy, Gradient dx, ReadOnlySpan<int> places)
    {
        if (!dx.IsWanted)
            return;
        using var scratch = Scratch.Rent(dy.Length);
        var kept = scratch.Span(dy.Length);
        dy.CopyTo(kept);
        foreach (var place in places)
            kept[place] = 0;
        dx.Write(kept);
    }

    /// <summary>Gives each element that was written the gradient of its place.</summary>
    public static void Gather(ReadOnlySpan<float> dy, Gradient dsrc, ReadOnlySpan<int> places, ReadOnlySpan<int> sources)
    {
        if (!dsrc.IsWanted)
            return;
        if (!dsrc.Accumulate)
            dsrc.Span.Clear();
        for (var i = 0; i < places.Length; i++)
            dsrc.Span[sources[i]] += dy[places[i]];
    }

    /// <summary>Takes both apart.</summary>
    public void Deconstruct(out ReadOnlySpan<int> places, out ReadOnlySpan<int> sources)
    {
        places = Places;
        sources = Sources;
    }
}
