namespace NnGen.Kernels;

/// <summary>
/// Work split into parts that may run in any order and at the same time, written for any vector width.
/// <see cref="Threads.Run"/> chooses the widest that the processor has.
/// </summary>
internal interface IJob
{
    /// <summary>Computes one part.</summary>
    void Run<V>(int part)
        where V : struct, IVector<V>;
}
