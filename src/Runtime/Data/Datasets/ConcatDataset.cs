namespace NnGen.Data;

/// <summary>Several datasets one after the other: <c>torch.utils.data.ConcatDataset</c>.</summary>
/// <typeparam name="TSample">What one sample is.</typeparam>
public sealed class ConcatDataset<TSample> : Dataset<TSample>
{
    private readonly Dataset<TSample>[] _datasets;
    private readonly int[] _ends;

    /// <summary>Concatenates datasets.</summary>
    /// <param name="datasets">The datasets, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ConcatDataset(params Dataset<TSample>[] datasets)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        if (datasets.Length == 0)
            throw new ArgumentException("datasets should not be an empty iterable", nameof(datasets));
        _datasets = [.. datasets];
        _ends = new int[datasets.Length];
        int end = 0;
        for (int i = 0; i < _ends.Length; i++)
            _ends[i] = end = checked(end + datasets[i].Count);
    }

    /// <summary>The datasets.</summary>
    public IReadOnlyList<Dataset<TSample>> Datasets => _datasets;

    /// <inheritdoc/>
    public override int Count => _ends[^1];

    /// <inheritdoc/>
    public override TSample this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The dataset has {Count} samples.");
            int found = Array.BinarySearch(_ends, index + 1);
            int dataset = found >= 0 ? FirstWith(_ends[found]) : ~found;
            return _datasets[dataset][index - (dataset == 0 ? 0 : _ends[dataset - 1])];
        }
    }

    /// <summary>The dataset that ends there and is not empty.</summary>
    private int FirstWith(int end) => Array.IndexOf(_ends, end);
}
