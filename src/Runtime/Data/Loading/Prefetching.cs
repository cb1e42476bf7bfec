namespace NnGen.Data;

/// <summary>Reads batches in order, here or on background threads that are some batches ahead.</summary>
internal static class Prefetching
{
    /// <param name="work">What each batch is read from, taken by the caller's thread.</param>
    /// <param name="read">Reads a batch.</param>
    /// <param name="numWorkers">Background threads; 0 reads here.</param>
    /// <param name="prefetchFactor">Batches that each may be ahead.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>, also while it waits for a batch.</param>
    public static IEnumerator<TBatch> Read<TWork, TBatch>(
        IEnumerator<TWork> work, Func<TWork, CancellationToken, TBatch> read, int numWorkers, int prefetchFactor, CancellationToken cancellation)
        => numWorkers == 0 ? ReadHere(work, read, cancellation) : ReadAhead(work, read, numWorkers, prefetchFactor, cancellation);

    private static IEnumerator<TBatch> ReadHere<TWork, TBatch>(
        IEnumerator<TWork> work, Func<TWork, CancellationToken, TBatch> read, CancellationToken cancellation)
    {
        using (work)
        {
            while (work.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                yield return read(work.Current, cancellation);
            }
        }
    }

    /// <summary>The caller takes the batches in order; workers fill them, so any number gives the same epoch.</summary>
    private static IEnumerator<TBatch> ReadAhead<TWork, TBatch>(
        IEnumerator<TWork> work, Func<TWork, CancellationToken, TBatch> read, int numWorkers, int prefetchFactor, CancellationToken cancellation)
    {
        using var owned = work;
        using var workers = new WorkerThreads(numWorkers, "NnGen.DataLoader", cancellation);
        var ahead = new Queue<Task<TBatch>>();
        while (work.MoveNext())
        {
            var item = work.Current;
            ahead.Enqueue(workers.Run(unwanted => read(item, unwanted)));
            if (ahead.Count > numWorkers * prefetchFactor)
                yield return Wait(ahead.Dequeue());
        }

        while (ahead.TryDequeue(out var batch))
            yield return Wait(batch);

        TBatch Wait(Task<TBatch> batch)
        {
            cancellation.ThrowIfCancellationRequested();
            return batch.WaitAsync(cancellation).GetAwaiter().GetResult();
        }
    }
}
