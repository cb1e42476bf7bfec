using System.Collections;

namespace NnGen.Data;

/// <summary>
/// Enumerates samples that come one after the other, such as lines of files, in batches: PyTorch's DataLoader over an
/// <c>IterableDataset</c>, which is any <see cref="IEnumerable{T}"/> here. The samples are taken in order by the caller's thread;
/// with workers, the batches are put together on background threads, so any number of them gives the same batches.
/// </summary>
/// <typeparam name="TSample">What a sample is.</typeparam>
/// <typeparam name="TBatch">What a batch is.</typeparam>
public sealed class IterableDataLoader<TSample, TBatch> : IEnumerable<TBatch>
{
    private readonly IEnumerable<TSample> _dataset;
    private readonly Func<IReadOnlyList<TSample>, TBatch> _collate;
    private readonly int _batchSize, _numWorkers, _prefetchFactor;
    private readonly bool _dropLast;

    /// <summary>Makes a loader.</summary>
    /// <param name="dataset">The samples; each epoch enumerates them anew.</param>
    /// <param name="collate">Makes a batch of samples, for example <see cref="Collate.Pairs"/>.</param>
    /// <param name="batchSize">Samples in a batch. Default: 1.</param>
    /// <param name="numWorkers">Background threads that put batches together. Default: 0, the caller does.</param>
    /// <param name="dropLast">Whether to leave out a last batch that is not full. Default: false.</param>
    /// <param name="prefetchFactor">Batches that each worker may be ahead. Default: 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public IterableDataLoader(
        IEnumerable<TSample> dataset,
        Func<IReadOnlyList<TSample>, TBatch> collate,
        int batchSize = 1,
        int numWorkers = 0,
        bool dropLast = false,
        int prefetchFactor = 2)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(numWorkers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prefetchFactor);
        (_dataset, _collate, _batchSize, _numWorkers, _dropLast, _prefetchFactor) = (dataset, collate, batchSize, numWorkers, dropLast, prefetchFactor);
    }

    /// <summary>Starts an epoch.</summary>
    public IEnumerator<TBatch> GetEnumerator() => Start(CancellationToken.None);

    /// <summary>The batches of an epoch, which a token ends: <c>foreach (var batch in loader.WithCancellation(token))</c>.</summary>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>, also while it waits for a batch.</param>
    public IEnumerable<TBatch> WithCancellation(CancellationToken cancellationToken) => new Epochs<TBatch>(() => Start(cancellationToken));

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<TBatch> Start(CancellationToken cancellationToken)
        => Prefetching.Read(Batches().GetEnumerator(), (samples, _) => _collate(samples), _numWorkers, _prefetchFactor, cancellationToken);

    private IEnumerable<TSample[]> Batches()
        => _dropLast ? _dataset.Chunk(_batchSize).Where(samples => samples.Length == _batchSize) : _dataset.Chunk(_batchSize);
}
