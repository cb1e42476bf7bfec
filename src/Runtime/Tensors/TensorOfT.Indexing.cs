using System.Runtime.CompilerServices;

namespace NnGen;

// Numbers, ranges, new dims and an ellipsis in brackets.
public sealed partial class Tensor<T>
{
    /// <summary>
    /// A copy of a part: a number drops its dim, a range keeps it, trailing dims may be left out. <c>x[.., 0]</c> is PyTorch's
    /// <c>x[:, 0]</c>, <c>x[0, .., 1..3]</c> its <c>x[0, :, 1:3]</c>. A list of indices, in a tensor of one dim, picks these: <c>x[.., index]</c>.
    /// <c>null</c> is a new dim of size 1, as PyTorch's <c>None</c>: <c>x[.., null]</c>. Outside compiled code a part can be assigned: the value,
    /// which broadcasts, is written into this tensor.
    /// </summary>
    /// <exception cref="ShapeException">There are more items than dims, or one is out of range.</exception>
    [IndexerName("Part"), LowersPart(typeof(SliceOp), typeof(SelectOp), typeof(SelectAtOp), typeof(IndexSelectOp), typeof(UnsqueezeOp))]
    public Tensor<T> this[params ReadOnlySpan<TensorIndex> items]
    {
        get
        {
            var parts = new TensorParts(items, Rank);
            var part = parts.HasRanges ? Slice(parts.Sliced, parts.Starts, parts.Ends, parts.Steps) : this;
            part = parts.HasIndices ? part.Select(parts.Selected, parts.Indices) : part;
            part = parts.Picked is { } picked ? IndexSelectOp.Apply(part, picked, parts.PickedDim, isFromEnd: true) : part;
            foreach (var dim in parts.Inserted)
                part = part.Unsqueeze(dim);
            return part;
        }

        set
        {
            var places = TensorPositions.Of(Shape, items);
            Write(places.AsSpan(), places.Shape, value);
        }
    }

    /// <inheritdoc cref="this[ReadOnlySpan{TensorIndex}]"/>
    [IndexerName("Part"), LowersPart(typeof(SliceOp), typeof(SelectOp), typeof(SelectAtOp), typeof(IndexSelectOp), typeof(UnsqueezeOp))]
    public Tensor<T> this[params TensorIndex[] items]
    {
        get => this[items.AsSpan()];
        set => this[items.AsSpan()] = value;
    }

    /// <summary>A copy of what lies at one index of a dim, which is dropped.</summary>
    [Lowers(typeof(SelectOp))]
    public Tensor<T> Select(int dim, int index) => SelectOp.Apply(this, [dim], [index]);

    /// <summary>A copy of what lies at one index of each of some dims, which are dropped.</summary>
    [Lowers(typeof(SelectOp))]
    public Tensor<T> Select(int[] dim, int[] index) => SelectOp.Apply(this, dim, index);

    /// <summary>A copy of a range of a dim.</summary>
    /// <param name="dim">The dim.</param>
    /// <param name="start">The first index, counted from the end where negative.</param>
    /// <param name="end">The index that ends the range, counted from the end where negative. Default: the end of the dim.</param>
    /// <param name="step">The distance of two indices. Default: 1.</param>
    [Lowers(typeof(SliceOp))]
    public Tensor<T> Slice(int dim, int start, int end = int.MaxValue, int step = 1) => SliceOp.Apply(this, [dim], [start], [end], [step]);

    /// <summary>A copy of a range of each of some dims.</summary>
    /// <inheritdoc cref="Slice(int, int, int, int)"/>
    [Lowers(typeof(SliceOp))]
    public Tensor<T> Slice(int[] dim, int[] start, int[] end, int[] step) => SliceOp.Apply(this, dim, start, end, step);
}
