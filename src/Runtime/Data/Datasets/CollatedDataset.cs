namespace NnGen.Data;

/// <summary>A dataset whose samples a function puts together to batches.</summary>
internal sealed class CollatedDataset<TSample, TBatch>(Dataset<TSample> dataset, Func<IReadOnlyList<TSample>, TBatch> collate)
    : IBatchSource<TBatch>
{
    /// <inheritdoc/>
    public int Count => dataset.Count;

    /// <inheritdoc/>
    public TBatch Gather(ReadOnlySpan<int> indices, CancellationToken cancellation)
    {
        var samples = new TSample[indices.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            samples[i] = dataset[indices[i]];
        }

        return collate(samples);
    }
}
