using System.Runtime.CompilerServices;

namespace NnGen;

// Numbers, ranges and an ellipsis in brackets.
public partial class Tensor
{
    /// <summary>Stands in an index for all dims that the other items leave out, as <c>...</c> does in Python.</summary>
    public static TensorIndex Ellipsis => TensorIndex.Ellipsis;

    /// <summary>
    /// A copy of a part: a number drops its dim, a range keeps it, trailing dims may be left out. <c>x[.., 0]</c> is PyTorch's
    /// <c>x[:, 0]</c>, <c>x[0, .., 1..3]</c> its <c>x[0, :, 1:3]</c>.
    /// </summary>
    /// <exception cref="ShapeException">There are more items than dims, or one is out of range.</exception>
    [IndexerName("Part"), LowersPart(typeof(SliceOp), typeof(SelectOp))]
    public Tensor this[params ReadOnlySpan<TensorIndex> items]
    {
        get
        {
            List<int> sliced = [], starts = [], ends = [], selected = [], numbers = [];
            var dim = 0;
            foreach (var item in items)
            {
                if (item.IsEllipsis)
                {
                    dim = Rank - CountAfterEllipsis(items);
                    continue;
                }

                if (item.IsNumber)
                {
                    selected.Add(dim);
                    numbers.Add(FromFront(item.Range.Start));
                }
                else if (!item.Range.Equals(Range.All))
                {
                    sliced.Add(dim);
                    starts.Add(FromFront(item.Range.Start));
                    ends.Add(FromFront(item.Range.End));
                }

                dim++;
            }

            var part = sliced.Count == 0 ? this : Slice([.. sliced], [.. starts], [.. ends], [.. sliced.ConvertAll(_ => 1)]);
            return selected.Count == 0 ? part : part.Select([.. selected], [.. numbers]);
        }
    }

    /// <inheritdoc cref="this[ReadOnlySpan{TensorIndex}]"/>
    [IndexerName("Part"), LowersPart(typeof(SliceOp), typeof(SelectOp))]
    public Tensor this[params TensorIndex[] items] => this[items.AsSpan()];

    /// <summary>A copy of what lies at one index of a dim, which is dropped.</summary>
    [Lowers(typeof(SelectOp))]
    public Tensor Select(int dim, int index) => SelectOp.Apply(this, [dim], [index]);

    /// <summary>A copy of what lies at one index of each of some dims, which are dropped.</summary>
    [Lowers(typeof(SelectOp))]
    public Tensor Select(int[] dim, int[] index) => SelectOp.Apply(this, dim, index);

    /// <summary>A copy of a range of a dim.</summary>
    /// <param name="dim">The dim.</param>
    /// <param name="start">The first index, counted from the end where negative.</param>
    /// <param name="end">The index that ends the range, counted from the end where negative. Default: the end of the dim.</param>
    /// <param name="step">The distance of two indices. Default: 1.</param>
    [Lowers(typeof(SliceOp))]
    public Tensor Slice(int dim, int start, int end = int.MaxValue, int step = 1) => SliceOp.Apply(this, [dim], [start], [end], [step]);

    /// <summary>A copy of a range of each of some dims.</summary>
    /// <inheritdoc cref="Slice(int, int, int, int)"/>
    [Lowers(typeof(SliceOp))]
    public Tensor Slice(int[] dim, int[] start, int[] end, int[] step) => SliceOp.Apply(this, dim, start, end, step);

    /// <summary>An index as ops take it: negative ones count from the end, and the end itself is the largest number.</summary>
    private static int FromFront(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? int.MaxValue : -index.Value;

    private static int CountAfterEllipsis(ReadOnlySpan<TensorIndex> items)
    {
        var count = 0;
        for (var i = items.Length - 1; !items[i].IsEllipsis; i--)
            count++;
        return count;
    }
}
