namespace NnGen.Kernels;

/// <summary>Two jobs over the same lines, of which each part of the second follows that of the first: what the one read is still in the cache.</summary>
internal struct LinesInTurn<TFirst, TSecond>(Lines lines, TFirst first, TSecond second) : IJob
    where TFirst : struct, IJob
    where TSecond : struct, IJob
{
    private TFirst _first = first;
    private TSecond _second = second;

    /// <summary>Runs both.</summary>
    public void Run() => Threads.Run(lines.Parts, ref this);

    /// <inheritdoc/>
    public void Run<V>(int part)
        where V : struct, IVector<V>
    {
        _first.Run<V>(part);
        _second.Run<V>(part);
    }
}
