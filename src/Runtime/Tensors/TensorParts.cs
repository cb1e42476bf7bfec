namespace NnGen;

/// <summary>What items in brackets ask for: ranges of some dims, an index of each of some others, which are dropped, a list of indices of one, and new dims.</summary>
internal sealed class TensorParts
{
    private readonly List<int> _sliced = [], _starts = [], _ends = [], _selected = [], _indices = [], _inserted = [];

    /// <summary>Sorts the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="rank">Dims of the tensor.</param>
    public TensorParts(ReadOnlySpan<TensorIndex> items, int rank)
    {
        var (dim, isFromEnd) = (0, false);
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (item.IsEllipsis)
            {
                dim = rank - Count(items[(i + 1)..], item => !item.IsInserted);
                isFromEnd = true;
                continue;
            }

            if (item.IsInserted)
            {
                _inserted.Add(isFromEnd ? -1 - Count(items[(i + 1)..], IsKept) : Count(items[..i], IsKept) + _inserted.Count);
                continue;
            }

            if (item.Indices is { } picked)
            {
                if (Picked is not null)
                    throw new ArgumentException("Lists of indices of several dims stand alone: write x[rows, columns], or IndexSelect for each dim.", nameof(items));
                (Picked, PickedDim) = (picked, dim - _selected.Count);
            }
            else if (item.IsNumber)
            {
                _selected.Add(dim);
                _indices.Add(FromFront(item.Range.Start));
            }
            else if (!item.Range.Equals(Range.All))
            {
                _sliced.Add(dim);
                _starts.Add(FromFront(item.Range.Start));
                _ends.Add(FromFront(item.Range.End));
            }

            dim++;
        }
    }

    /// <summary>Whether there are ranges.</summary>
    public bool HasRanges => _sliced.Count > 0;

    /// <summary>The dims with a range.</summary>
    public int[] Sliced => [.. _sliced];

    /// <summary>Where each range begins.</summary>
    public int[] Starts => [.. _starts];

    /// <summary>Where each range ends.</summary>
    public int[] Ends => [.. _ends];

    /// <summary>The distances of indices.</summary>
    public int[] Steps => [.. _sliced.ConvertAll(_ => 1)];

    /// <summary>Whether there are indices.</summary>
    public bool HasIndices => _selected.Count > 0;

    /// <summary>The dims with an index.</summary>
    public int[] Selected => [.. _selected];

    /// <summary>The index in each.</summary>
    public int[] Indices => [.. _indices];

    /// <summary>The indices that are picked of one dim; null where none are.</summary>
    public Tensor<long>? Picked { get; }

    /// <summary>That dim, of those that are left.</summary>
    public int PickedDim { get; }

    /// <summary>Where new dims are inserted, one after the other.</summary>
    public IReadOnlyList<int> Inserted => _inserted;

    private static bool IsKept(TensorIndex item) => item is { IsInserted: false, IsNumber: false, IsEllipsis: false };

    private static int Count(ReadOnlySpan<TensorIndex> items, Func<TensorIndex, bool> counts)
    {
        var count = 0;
        foreach (var item in items)
            count += counts(item) ? 1 : 0;
        return count;
    }

    /// <summary>An index as ops take it: negative ones count from the end, and the end itself is the largest number.</summary>
    private static int FromFront(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? int.MaxValue : -index.Value;
}
