using System.Collections;
using NnGen.Training;

namespace NnGen.Data;

/// <summary>
/// Enumerates a dataset in batches, each enumeration being one epoch. Random numbers are drawn as PyTorch's DataLoader draws them,
/// so one seed gives the same batches there and here, for any number of workers.
/// </summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
public class DataLoader<TBatch> : IEnumerable<TBatch>, IStateful
{
    private const string StartKey = "start";
    private const string BatchesKey = "batches";
    private const string DrawnKey = "drawn";
    private const string GeneratorKey = "generator";

    private readonly IBatchSource<TBatch> _source;
    private readonly Sampler? _sampler;
    private readonly bool _shuffle;
    private readonly Generator? _generator;
    private Epoch? _epoch, _resumed;

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
    public int Count => new BatchSampler(_sampler ?? new SequentialSampler(_source.Count), BatchSize, DropLast).Count;

    /// <summary>Number of samples in an epoch, those that are left out not included.</summary>
    public int SampleCount => DropLast ? Count * BatchSize : _sampler?.Count ?? _source.Count;

    /// <summary>Starts an epoch or, once after <see cref="LoadStateDict"/>, goes on with the one that was saved.</summary>
    public IEnumerator<TBatch> GetEnumerator() => Start(CancellationToken.None);

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The batches of an epoch, which a token ends: <c>foreach (var batch in loader.WithCancellation(token))</c>.</summary>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>, also while it waits for a batch.</param>
    public IEnumerable<TBatch> WithCancellation(CancellationToken cancellationToken) => new Epochs<TBatch>(() => Start(cancellationToken));

    /// <summary>How far the epoch that was started last has got: its random state at its start, and the batches it has given.</summary>
    public TorchDict StateDict()
    {
        var state = new TorchDict();
        if (_epoch is { } epoch)
        {
            state[StartKey] = epoch.Start;
            state[BatchesKey] = epoch.Batches;
            state[DrawnKey] = epoch.Drawn;
        }

        if (_generator is not null)
            state[GeneratorKey] = _generator.GetState();
        return state;
    }

    /// <summary>Makes the next enumeration go on where the saved one was: it gives the batches that are left of that epoch.</summary>
    /// <param name="state">What <see cref="StateDict"/> of a loader of the same samples gave.</param>
    /// <exception cref="CheckpointException">It is no such state; nothing has changed.</exception>
    public void LoadStateDict(TorchDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Epoch? resumed = null;
        if (state.ContainsKey(StartKey))
        {
            long batches = state.Get<long>(BatchesKey);
            resumed = new Epoch(state.Get<Tensor<byte>>(StartKey)) { Batches = batches, Drawn = state.ContainsKey(DrawnKey) ? state.Get<long>(DrawnKey) : batches };
            if (resumed.Batches < 0 || resumed.Batches > Count)
                throw new CheckpointException($"The state of the loader is after {resumed.Batches} batches, but an epoch has {Count}: it is that of another loader.");
            CheckRandomState(resumed.Start);
        }

        if (_generator is not null && state.ContainsKey(GeneratorKey))
        {
            CheckRandomState(state.Get<Tensor<byte>>(GeneratorKey));
            _generator.SetState(state.Get<Tensor<byte>>(GeneratorKey));
        }

        _resumed = resumed;
        _epoch = resumed;
    }

    private IEnumerator<TBatch> Start(CancellationToken cancellationToken)
    {
        var generator = _generator ?? Rng.Default;
        var current = generator.GetState();
        var epoch = _epoch = _resumed ?? new Epoch(current);
        if (_resumed is not null)
            generator.SetState(epoch.Start);
        _resumed = null;

        // PyTorch seeds its workers with this, and draws it also where there are none. The order of samples is drawn at the first batch.
        generator.NextUInt64();
        var batches = Redraw(epoch);
        if (epoch.Drawn > 0)
            generator.SetState(current);
        return Counted(
            Prefetching.Read(batches, (indices, cancellation) => _source.Gather(indices, cancellation), NumWorkers, PrefetchFactor, cancellationToken), epoch);
    }

    /// <summary>
    /// The batches that are left of an epoch, drawn anew as far as they were drawn before: workers have batches drawn ahead of those that
    /// are given.
    /// </summary>
    private IEnumerator<int[]> Redraw(Epoch epoch)
    {
        long drawn = epoch.Drawn;
        epoch.Drawn = 0;
        var batches = Draw(epoch).GetEnumerator();
        var ahead = new List<int[]>();
        for (long i = 0; i < drawn && batches.MoveNext(); i++)
        {
            if (i >= epoch.Batches)
                ahead.Add(batches.Current);
        }

        return Left().GetEnumerator();

        IEnumerable<int[]> Left()
        {
            using (batches)
            {
                foreach (int[] batch in ahead)
                    yield return batch;
                while (batches.MoveNext())
                    yield return batches.Current;
            }
        }
    }

    private static void CheckRandomState(Tensor<byte> state)
    {
        try
        {
            new Generator().SetState(state);
        }
        catch (ArgumentException e)
        {
            throw new CheckpointException($"The state of the loader holds a random state that is not one: {e.Message}", e);
        }
    }

    /// <summary>Counts the batches that are given. An epoch ends also where its caller takes no more.</summary>
    private IEnumerator<TBatch> Counted(IEnumerator<TBatch> batches, Epoch epoch)
    {
        try
        {
            while (true)
            {
                long start = TrainingMeter.Now;
                if (!batches.MoveNext())
                    break;
                TrainingMeter.CountSamples((int)Math.Min(BatchSize, SampleCount - (epoch.Batches * BatchSize)), start);
                epoch.Batches++;
                yield return batches.Current;
            }
        }
        finally
        {
            batches.Dispose();
            if (_epoch == epoch)
                _epoch = null;
        }
    }

    private IEnumerable<int[]> Draw(Epoch epoch)
    {
        var sampler = _sampler ?? (_shuffle ? new RandomSampler(_source.Count, _generator) : new SequentialSampler(_source.Count));
        foreach (int[] batch in new BatchSampler(sampler, BatchSize, DropLast))
        {
            epoch.Drawn++;
            yield return batch;
        }

        epoch.Drawn++;                                          // the end: samplers may draw there too
    }

    /// <summary>An enumeration under way.</summary>
    /// <param name="start">The random state from which it draws.</param>
    private sealed class Epoch(Tensor<byte> start)
    {
        public Tensor<byte> Start { get; } = start;

        /// <summary>Batches that were given.</summary>
        public long Batches { get; set; }

        /// <summary>Batches whose samples were drawn, and one more where the end was reached.</summary>
        public long Drawn { get; set; }
    }
}
