namespace NnGen.Data;

/// <summary>Reads batches in order, here or on background threads that are some batches ahead.</summary>
internal static class Prefetching
{
    /// <param name="work">What each batch is read from, taken by the caller's thread.</param>
    /// <param name="read">Reads a batch.</param>
    /// <param name="numWorkers">Background threads; 0 reads here.</param>
    /// <param name="prefetchFactor">Batches that each may be ahead.</param>
    public static IEnumerator<TBatch> Read<TWork, TBatch>(
        IEnumerator<TWork> work, Func<TWork, CancellationToken, TBatch> read, int numWorkers, int prefetchFactor)
        => numWorkers == 0 ? ReadHere(work, read) : ReadAhead(work, read, numWorkers, prefetchFactor);

    private static IEnumerator<TBatch> ReadHere<TWork, TBatch>(IEnumerator<TWork> work, Func<TWork, CancellationToken, TBatch> read)
    {
        using (work)
        {
            while (work.MoveNext())
                yield return read(work.Current, CancellationToken.None);
        }
    }

    /// <summary>The caller takes the batches in order; workers fill them, so any number gives the same epoch.</summary>
    private static IEnumerator<TBatch> ReadAhead<TWork, TBatch>(
        IEnumerator<TWork> work, Func<TWork, CancellationToken, TBatch> read, int numWorkers, int prefetchFactor)
    {
        using var owned = work;
        using var workers = new WorkerThreads(numWorkers, "NnGen.DataLoader");
        var ahead = new Queue<Task<TBatch>>();
        while (work.MoveNext())
        {
            var item = work.Current;
            ahead.Enqueue(workers.Run(cancellation => read(item, cancellation)));
            if (ahead.Count > numWorkers * prefetchFactor)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
        }

        while (ahead.TryDequeue(out var batch))
            yield return batch.GetAwaiter().GetResult();
    }
}
