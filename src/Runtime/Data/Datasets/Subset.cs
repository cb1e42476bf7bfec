namespace NnGen.Data;

/// <summary>Some samples of a dataset: <c>torch.utils.data.Subset</c>.</summary>
/// <typeparam name="TSample">What one sample is.</typeparam>
/// <param name="dataset">The dataset.</param>
/// <param name="indices">Which samples, in order.</param>
public sealed class Subset<TSample>(Dataset<TSample> dataset, IReadOnlyList<int> indices) : Dataset<TSample>
{
    /// <summary>The whole dataset.</summary>
    public Dataset<TSample> Dataset { get; } = dataset ?? throw new ArgumentNullException(nameof(dataset));

    /// <summary>Which samples of it.</summary>
    public IReadOnlyList<int> Indices { get; } = indices ?? throw new ArgumentNullException(nameof(indices));

    /// <inheritdoc/>
    public override int Count => Indices.Count;

    /// <inheritdoc/>
    public override TSample this[int index] => Dataset[Indices[index]];

    /// <inheritdoc/>
    public override IBatchSource<TBatch>? AsBatchSource<TBatch>()
        => Dataset.AsBatchSource<TBatch>() is { } source ? new SelectedBatches<TBatch>(source, Indices) : null;

    private sealed class SelectedBatches<TBatch>(IBatchSource<TBatch> source, IReadOnlyList<int> selected) : IBatchSource<TBatch>
    {
        public int Count => selected.Count;

        public TBatch Gather(ReadOnlySpan<int> indices, CancellationToken cancellation)
        {
            int[] originals = new int[indices.Length];
            for (int i = 0; i < originals.Length; i++)
                originals[i] = selected[indices[i]];
            return source.Gather(originals, cancellation);
        }
    }
}
