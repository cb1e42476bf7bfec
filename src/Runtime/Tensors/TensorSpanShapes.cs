namespace NnGen;

/// <summary>Shapes as System.Numerics.Tensors writes them.</summary>
internal static class TensorSpanShapes
{
    /// <summary>The shape with these lengths.</summary>
    /// <exception cref="OverflowException">A length exceeds <see cref="int.MaxValue"/>.</exception>
    public static Shape Of(ReadOnlySpan<nint> lengths)
    {
        Span<int> dims = stackalloc int[lengths.Length];
        for (var i = 0; i < dims.Length; i++)
            dims[i] = checked((int)lengths[i]);
        return Shape.Create(dims);
    }

    /// <summary>The lengths of a shape.</summary>
    public static nint[] Lengths(Shape shape)
    {
        var lengths = new nint[shape.Rank];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = shape.Dims[i];
        return lengths;
    }
}
