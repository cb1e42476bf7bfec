namespace NnGen.Kernels;

/// <summary>Elements addressed by an index along one dim, and by their own place along the others: gather and scatter.</summary>
internal static class IndexedDim
{
    /// <summary>For each index the place of its element in <paramref name="shape"/>.</summary>
    /// <param name="index">The indices along the dim.</param>
    /// <param name="indexShape">Their shape: as many dims, none larger but the one.</param>
    /// <param name="shape">Shape of what is addressed.</param>
    /// <param name="dim">The dim.</param>
    /// <param name="places">As many as indices.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public static void Locate(ReadOnlySpan<long> index, Shape indexShape, Shape shape, int dim, Span<int> places)
    {
        var along = Axis.Normalize(dim, shape.Rank);
        CheckShape(indexShape, shape, along);
        Span<int> strides = stackalloc int[shape.Rank];
        StridedCopy.RowMajor(shape, strides);
        var (size, stride) = shape.Rank == 0 ? (1, 1) : (shape[along], strides[along]);
        if (shape.Rank > 0)
            strides[along] = 0;
        Span<int> buffer = stackalloc int[StridedRows.BufferLength(shape.Rank)];
        var rows = new StridedRows(indexShape, strides, buffer);
        while (rows.MoveNext())
        {
            for (var i = 0; i < rows.RowLength; i++)
            {
                var at = rows.Start + i;
                places[at] = rows.Offset + (i * rows.RowStride) + (IndexChecks.Check(index[at], size, along) * stride);
            }
        }
    }

    /// <summary>Refuses a shape that has other dims, or a dim besides the indexed one that is larger.</summary>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    public static void CheckShape(Shape indexShape, Shape shape, int along)
    {
        if (indexShape.Rank != shape.Rank && Math.Max(indexShape.Rank, shape.Rank) > 1)
        {
            throw new ShapeException(
                $"Index tensor must have the same number of dimensions as input tensor: the index is {indexShape}, the tensor {shape}.");
        }

        for (var d = 0; d < Math.Min(shape.Rank, indexShape.Rank); d++)
        {
            if (d != along && indexShape[d] > shape[d])
            {
                throw new ShapeException(
                    $"Size does not match at dimension {d}: expected index {indexShape} to be smaller than tensor {shape} apart from dimension {along}.");
            }
        }
    }
}
