namespace NnGen.Data;

/// <summary>
/// Where a <see cref="DataLoader{TBatch}"/> gets its batches from: a dataset that can gather many samples at once, such as
/// <see cref="TensorDataset{TInput, TTarget}"/>, or any dataset together with a way to collate samples.
/// </summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
public interface IBatchSource<TBatch>
{
    /// <summary>Number of samples.</summary>
    int Count { get; }

    /// <summary>One batch. With workers in the loader, called from several threads at once.</summary>
    /// <param name="indices">The samples, in order.</param>
    /// <param name="cancellation">Raised when the batch is not wanted any more; long work should look at it.</param>
    TBatch Gather(ReadOnlySpan<int> indices, CancellationToken cancellation);
}
