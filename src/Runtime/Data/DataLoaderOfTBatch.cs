using System.Collections;

namespace NnGen.Data;

/// <summary>
/// Enumerates a dataset in batches, each enumeration being one epoch. Random numbers are drawn as PyTorch's DataLoader draws them,
/// so one seed gives the same batches there and here, for any number of workers.
/// </summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
public class DataLoader<TBatch> : IEnumerable<TBatch>
{
    private readonly IBatchSource<TBatch> _source;
    private readonly Sampler? _sampler;
    private readonly bool _shuffle;
    private readonly Generator? _generator;

    /// <summary>Makes a loader.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="batchSize">Samples in a batch. Default: 1.</param>
    /// <param name="shuffle">Whether each epoch has a new random order. Default: false.</param>
    /// <param name="sampler">The order instead of <paramref name="shuffle"/>. Default: none.</param>
    /// <param name="numWorkers">Background threads that read batches ahead. Default: 0, batches are read by the caller.</param>
    /// <param name="dropLast">Whether to leave out a last batch that is not full. Default: false.</param>
    /// <param name="generator">Where random numbers are drawn from. Default: the default generator.</param>
    /// <param name="prefetchFactor">Batches that each worker may be ahead. Default: 2.</param>
    /// <exception cref="ArgumentException">Both <paramref name="shuffle"/> and <paramref name="sampler"/> are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public DataLoader(
        IBatchSource<TBatch> source,
        int batchSize = 1,
        bool shuffle = false,
        Sampler? sampler = null,
        int numWorkers = 0,
        bool dropLast = false,
        Generator? generator = null,
        int prefetchFactor = 2)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (batchSize <= 0)
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"batchSize should be a positive integer value, but got batchSize={batchSize}");
        if (numWorkers < 0)
            throw new ArgumentOutOfRangeException(
                nameof(numWorkers), numWorkers, "numWorkers cannot be negative; use numWorkers: 0 to disable background loading.");
        if (prefetchFactor <= 0)
            throw new ArgumentOutOfRangeException(nameof(prefetchFactor), prefetchFactor, "prefetchFactor must be positive.");
        if (shuffle && sampler is not null)
            throw new ArgumentException("sampler option is mutually exclusive with shuffle", nameof(sampler));
        _source = source;
        _sampler = sampler;
        _shuffle = shuffle;
        _generator = generator;
        BatchSize = batchSize;
        NumWorkers = numWorkers;
        DropLast = dropLast;
        PrefetchFactor = prefetchFactor;
    }

    /// <summary>Samples in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Background threads that read batches ahead.</summary>
    public int NumWorkers { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool DropLast { get; }

    /// <summary>Batches that each worker may be ahead.</summary>
    public int PrefetchFactor { get; }

    /// <summary>Number of batches in an epoch.</summary>
    public int Count
    {
        get
        {
            int samples = _sampler?.Count ?? _source.Count;
            return (samples / BatchSize) + (DropLast || samples % BatchSize == 0 ? 0 : 1);
        }
    }

    /// <summary>Starts an epoch.</summary>
    public IEnumerator<TBatch> GetEnumerator()
    {
        // PyTorch seeds its workers with this, and draws it also where there are none. The order of samples is drawn at the first batch.
        (_generator ?? Rng.Default).NextUInt64();
        return NumWorkers == 0 ? ReadHere() : ReadAhead();
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<TBatch> ReadHere()
    {
        foreach (int[] indices in Batches())
            yield return _source.Gather(indices, CancellationToken.None);
    }

    /// <summary>The caller draws the order and takes batches in it; workers fill them, so any number gives the same epoch.</summary>
    private IEnumerator<TBatch> ReadAhead()
    {
        using var workers = new WorkerThreads(NumWorkers, "NnGen.DataLoader");
        var ahead = new Queue<Task<TBatch>>();
        foreach (int[] indices in Batches())
        {
            ahead.Enqueue(workers.Run(cancellation => _source.Gather(indices, cancellation)));
            if (ahead.Count > NumWorkers * PrefetchFactor)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
        }

        while (ahead.TryDequeue(out var batch))
            yield return batch.GetAwaiter().GetResult();
    }

    private IEnumerable<int[]> Batches()
    {
        var sampler = _sampler ?? (_shuffle ? new RandomSampler(_source.Count, _generator) : new SequentialSampler(_source.Count));
        var batch = new List<int>(BatchSize);
        foreach (int index in sampler)
        {
            batch.Add(index);
            if (batch.Count == BatchSize)
            {
                yield return [.. batch];
                batch.Clear();
            }
        }

        if (batch.Count > 0 && !DropLast)
            yield return [.. batch];
    }
}
