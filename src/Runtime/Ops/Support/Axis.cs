namespace NnGen.Kernels;

/// <summary>A shape seen from one dim: how many indices lie before it, along it and after it.</summary>
/// <param name="Outer">Product of the sizes before it.</param>
/// <param name="Size">Its size.</param>
/// <param name="Inner">Product of the sizes after it: how far its elements lie apart.</param>
internal readonly record struct Axis(int Outer, int Size, int Inner)
{
    /// <summary>How many lines run along the dim.</summary>
    public int Lines => Outer * Inner;

    /// <summary>Index of the first element of a line.</summary>
    public int Start(int line) => (line / Inner * Size * Inner) + (line % Inner);

    /// <summary>The view from a dim, counted from the end where negative; a scalar counts as one dim of size 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dim.</exception>
    public static Axis Of(Shape shape, int dim)
    {
        dim = Normalize(dim, shape.Rank);
        if (shape.Rank == 0)
            return new Axis(1, 1, 1);
        var outer = 1;
        var inner = 1;
        for (var d = 0; d < shape.Rank; d++)
        {
            if (d < dim)
                outer *= shape[d];
            else if (d > dim)
                inner *= shape[d];
        }

        return new Axis(outer, shape[dim], inner);
    }

    /// <summary>The view from the dim of classes: the second one, or the only one without a batch.</summary>
    public static Axis OfClasses(Shape shape) => Of(shape, shape.Rank == 1 ? 0 : 1);

    /// <summary>A dim counted from the front.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dim.</exception>
    public static int Normalize(int dim, int rank)
    {
        var limit = Math.Max(rank, 1);
        return dim >= -limit && dim < limit
            ? (dim < 0 ? dim + limit : dim)
            : throw new ArgumentOutOfRangeException(
                nameof(dim), $"Dimension out of range (expected to be in range of [{-limit}, {limit - 1}], but got {dim})");
    }
}
