namespace NnGen;

/// <summary>Places in a tensor's memory.</summary>
internal static class TensorPositions
{
    /// <summary>The places of all elements of rows.</summary>
    /// <param name="rows">Numbers of the rows.</param>
    /// <param name="length">Elements of a row.</param>
    public static long[] Rows(ReadOnlySpan<long> rows, int length)
    {
        var places = new long[rows.Length * length];
        for (var i = 0; i < places.Length; i++)
            places[i] = (rows[i / length] * length) + (i % length);
        return places;
    }

    /// <summary>The places that items in brackets name.</summary>
    public static Tensor<long> Of(Shape shape, ReadOnlySpan<TensorIndex> items) => Tensor<long>.Arange(shape.Count).View(shape.Dims)[items];
}
