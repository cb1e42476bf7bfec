namespace NnGen;

// Parts of a tensor along one dim. In a compiled method the parts are taken apart, or picked by constant numbers.
public partial class Tensor
{
    /// <summary>At most <paramref name="chunks"/> parts of equal size but for the last, which may be smaller.</summary>
    /// <param name="chunks">How many.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dim, or the number is not positive.</exception>
    [LowersEach(typeof(ChunkOp), Count = nameof(chunks))]
    public Tensor[] Chunk(int chunks, int dim = 0)
    {
        if (chunks <= 0)
            throw new ArgumentOutOfRangeException(nameof(chunks), chunks, "chunk expects `chunks` to be greater than 0");
        return Split(Math.Max(1, (Kernels.Axis.Of(Shape, dim).Size + chunks - 1) / chunks), dim);
    }

    /// <summary>Parts of a given size; the last may be smaller.</summary>
    /// <param name="splitSize">Size of the parts.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dim, or the size is not positive.</exception>
    [LowersEach(typeof(SplitOp), Size = nameof(splitSize))]
    public Tensor[] Split(int splitSize, int dim = 0)
    {
        if (splitSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(splitSize), splitSize, "split_size must be positive");
        var size = Kernels.Axis.Of(Shape, dim).Size;
        var parts = new Tensor[Math.Max(1, (size + splitSize - 1) / splitSize)];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = NarrowOp.Apply(this, dim, i * splitSize, Math.Min(splitSize, size - (i * splitSize)));
        return parts;
    }

    /// <summary>Parts of given sizes.</summary>
    /// <param name="splitSizes">Sizes, which add up to that of the dim.</param>
    /// <param name="dim">The dim. Default: the first.</param>
    /// <exception cref="ShapeException">They do not add up to it.</exception>
    [LowersEach(typeof(SplitSizesOp), Count = nameof(splitSizes))]
    public Tensor[] Split(int[] splitSizes, int dim = 0)
    {
        ArgumentNullException.ThrowIfNull(splitSizes);
        var parts = new Tensor[splitSizes.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = SplitSizesOp.Apply(this, splitSizes, i, dim);
        return parts;
    }

    /// <summary>The slices of a dim, which is dropped.</summary>
    /// <param name="dim">The dim. Default: the first.</param>
    [LowersEach(typeof(UnbindOp))]
    public Tensor[] Unbind(int dim = 0)
    {
        var parts = new Tensor[Kernels.Axis.Of(Shape, dim).Size];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = UnbindOp.Apply(this, i, dim);
        return parts;
    }

    /// <summary>A range of a dim, by its start and its length.</summary>
    [Lowers(typeof(NarrowOp))]
    public Tensor Narrow(int dim, int start, int length) => NarrowOp.Apply(this, dim, start, length);
}
