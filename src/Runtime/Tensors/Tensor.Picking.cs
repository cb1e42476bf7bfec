using System.Runtime.CompilerServices;

namespace NnGen;

// Elements picked by tensors of indices, and in order.
public partial class Tensor
{
    /// <summary>
    /// The slices of the first dim that a tensor of indices names, which are counted from the end where negative. Shape:
    /// that of the indices, then the other dims.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    [IndexerName("Part"), Lowers(typeof(IndexOp))]
    public Tensor this[Tensor<long> index] => IndexOp.Apply(this, index);

    /// <summary>
    /// The elements of the first two dims that two tensors of indices name together: PyTorch's <c>x[rows, columns]</c>. The indices are
    /// broadcast and counted from the end where negative. Shape: that of the indices, then the other dims.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    [IndexerName("Part"), Lowers(typeof(IndexPairsOp))]
    public Tensor this[Tensor<long> rows, Tensor<long> columns] => IndexPairsOp.Apply(this, rows, columns);

    /// <summary>Elements picked along a dim, each by an index of its own: <c>y[i, j] = x[i, index[i, j]]</c> for <c>dim: 1</c>.</summary>
    /// <param name="dim">The dim.</param>
    /// <param name="index">As many dims as this tensor, none larger but this one. The result has this shape.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    [Lowers(typeof(GatherOp))]
    public Tensor Gather(int dim, Tensor<long> index) => GatherOp.Apply(this, index, dim);

    /// <summary>The slices of a dim that a list of indices names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    [Lowers(typeof(IndexSelectOp))]
    public Tensor IndexSelect(int dim, Tensor<long> index) => IndexSelectOp.Apply(this, index, dim);

    /// <summary>The largest or smallest elements along a dim, in order, and their indices; of equal ones the first.</summary>
    /// <param name="k">How many.</param>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="largest">Whether the largest are found. Default: yes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The dim has fewer elements.</exception>
    [Lowers(typeof(TopKOp))]
    public (Tensor Values, Tensor<long> Indices) TopK(int k, int dim = -1, bool largest = true) => TopKOp.Apply(this, k, dim, largest);

    /// <summary>The elements along a dim in order, and their indices; equal ones keep their order, NaN counts as the largest.</summary>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="descending">Whether the largest comes first. Default: no.</param>
    [Lowers(typeof(SortOp))]
    public (Tensor Values, Tensor<long> Indices) Sort(int dim = -1, bool descending = false) => SortOp.Apply(this, dim, descending);

    /// <summary>The indices that sort the elements along a dim; equal ones keep their order.</summary>
    /// <param name="dim">The dim. Default: the last.</param>
    /// <param name="descending">Whether the largest comes first. Default: no.</param>
    [Lowers(typeof(ArgSortOp))]
    public Tensor<long> ArgSort(int dim = -1, bool descending = false) => ArgSortOp.Apply(this, dim, descending);

    /// <summary>Sums of the elements up to each one along a dim.</summary>
    [Lowers(typeof(CumSumOp))]
    public Tensor CumSum(int dim) => CumSumOp.Apply(this, dim);

    /// <summary>The largest elements up to each one along a dim, and their indices; of equal ones the last.</summary>
    [Lowers(typeof(CumMaxOp))]
    public (Tensor Values, Tensor<long> Indices) CumMax(int dim) => CumMaxOp.Apply(this, dim);

    /// <summary>The smallest elements up to each one along a dim, and their indices; of equal ones the last.</summary>
    [Lowers(typeof(CumMinOp))]
    public (Tensor Values, Tensor<long> Indices) CumMin(int dim) => CumMinOp.Apply(this, dim);

    /// <summary>Products of the elements up to each one along a dim.</summary>
    [Lowers(typeof(CumProdOp))]
    public Tensor CumProd(int dim) => CumProdOp.Apply(this, dim);
}
