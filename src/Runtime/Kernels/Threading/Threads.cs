using System.Runtime.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>How many threads the kernels use. Results are bitwise the same for any number.</summary>
public static class Threads
{
    private static int s_count = Math.Min(Environment.ProcessorCount, MaxCount);

    /// <summary>The largest number of threads.</summary>
    internal const int MaxCount = 256;

    /// <summary>Number of threads, the caller's included; the number of processors by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1 or more than 256.</exception>
    public static int Count
    {
        get => s_count;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxCount);
            Volatile.Write(ref s_count, value);
        }
    }

    /// <summary>
    /// Runs all parts of a job and returns when they are done. Parts are taken by whichever thread is free, so each must
    /// write memory of its own and be the same piece of work for any number of threads. Inside a part, and while another
    /// thread uses the pool, the parts run on the caller. Allocates nothing.
    /// </summary>
    /// <exception cref="Exception">The first exception that a part throws, once no part runs any more.</exception>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="job">The job.</param>
    /// <param name="isShort">Whether the job takes less time than waking a thread.</param>
    internal static unsafe void Run<TJob>(int parts, ref TJob job, bool isShort = false)
        where TJob : struct, IJob
    {
        if (parts > 1 && s_count > 1)
        {
            // The job lies on this stack while the parts run, so that its address is good.
            TJob shared = job;
            if (WorkerPool.TryRun(&RunPart<TJob>, Unsafe.AsPointer(ref shared), parts, s_count, isShort)) return;
        }

        for (int part = 0; part < parts; part++) Simd.Run(ref job, part);
    }

    private static unsafe void RunPart<TJob>(void* job, int part)
        where TJob : struct, IJob
        => Simd.Run(ref Unsafe.AsRef<TJob>(job), part);
}
