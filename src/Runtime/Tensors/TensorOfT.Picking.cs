namespace NnGen;

// Elements picked by tensors of indices, in order, and by masks.
public sealed partial class Tensor<T>
{
    /// <summary>The largest elements up to each one along a dim, and their indices; of equal ones the last.</summary>
    [Lowers(typeof(CumMaxOp))]
    public (Tensor<T> Values, Tensor<long> Indices) CumMax(int dim) => CumMaxOp.Apply(this, dim);

    /// <summary>The smallest elements up to each one along a dim, and their indices; of equal ones the last.</summary>
    [Lowers(typeof(CumMinOp))]
    public (Tensor<T> Values, Tensor<long> Indices) CumMin(int dim) => CumMinOp.Apply(this, dim);

    /// <summary>
    /// The slices of the first dim that a tensor of indices names, which are counted from the end where negative. Shape:
    /// that of the indices, then the other dims.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    [System.Runtime.CompilerServices.IndexerName("Part"), Lowers(typeof(IndexOp))]
    public Tensor<T> this[Tensor<long> index] => IndexOp.Apply(this, index);

    /// <summary>
    /// The elements of the first two dims that two tensors of indices name together: PyTorch's <c>x[rows, columns]</c>. The indices are
    /// broadcast and counted from the end where negative. Shape: that of the indices, then the other dims.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    [System.Runtime.CompilerServices.IndexerName("Part"), Lowers(typeof(IndexPairsOp))]
    public Tensor<T> this[Tensor<long> rows, Tensor<long> columns] => IndexPairsOp.Apply(this, rows, columns);

    /// <summary>Elements picked along a dim, each by an index of its own.</summary>
    /// <param name="dim">The dim.</param>
    /// <param name="index">As many dims as this tensor, none larger but this one. The result has this shape.</param>
    [Lowers(typeof(GatherOp))]
    public Tensor<T> Gather(int dim, Tensor<long> index) => GatherOp.Apply(this, index, dim);

    /// <summary>The slices of a dim that a list of indices names.</summary>
    [Lowers(typeof(IndexSelectOp))]
    public Tensor<T> IndexSelect(int dim, Tensor<long> index) => IndexSelectOp.Apply(this, index, dim);

    /// <summary>A range of a dim, by its start and its length.</summary>
    [Lowers(typeof(NarrowOp))]
    public Tensor<T> Narrow(int dim, int start, int length) => NarrowOp.Apply(this, dim, start, length);

    /// <summary>The largest or smallest elements along a dim, in order, and their indices; of equal ones the first.</summary>
    /// <param name="k">How many.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="largest">Whether the largest are found. Default: yes.</param>
    [Lowers(typeof(TopKOp))]
    public (Tensor<T> Values, Tensor<long> Indices) TopK(int k, int dim = -1, bool largest = true) => TopKOp.Apply(this, k, dim, largest);

    /// <summary>The elements along a dim in order, and their indices; equal ones keep their order.</summary>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="descending">Whether the largest comes first. Default: no.</param>
    [Lowers(typeof(SortOp))]
    public (Tensor<T> Values, Tensor<long> Indices) Sort(int dim = -1, bool descending = false) => SortOp.Apply(this, dim, descending);

    /// <summary>The indices that sort the elements along a dim; equal ones keep their order.</summary>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="descending">Whether the largest comes first. Default: no.</param>
    [Lowers(typeof(ArgSortOp))]
    public Tensor<long> ArgSort(int dim = -1, bool descending = false) => ArgSortOp.Apply(this, dim, descending);

    /// <summary>Each element where the condition holds, the other tensor's elsewhere, with broadcasting.</summary>
    [Lowers(typeof(WhereOp))]
    public Tensor<T> Where(Tensor<bool> condition, Tensor<T> b) => WhereOp.Apply(this, condition, b);

    /// <summary>Each element, but a number where the mask is set, with broadcasting.</summary>
    [Lowers(typeof(MaskedFillOp))]
    public Tensor<T> MaskedFill(Tensor<bool> mask, double value) => MaskedFillOp.Apply(this, mask, value);
}
