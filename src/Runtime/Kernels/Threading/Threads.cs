using System.Globalization;
using System.Runtime.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>How many threads the kernels use. Results are bitwise the same for any number.</summary>
public static class Threads
{
    private const string Variable = "NNGEN_THREADS";

    // Zero before anybody asked.
    private static int s_count;

    /// <summary>The largest number of threads.</summary>
    internal const int MaxCount = 256;

    /// <summary>
    /// Number of threads, the caller's included. Default: what the environment variable <c>NNGEN_THREADS</c> says, else the smaller of
    /// the machine's cores and the processors that the process may use.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1 or more than 256.</exception>
    /// <exception cref="InvalidOperationException">The environment variable is no such number.</exception>
    public static int Count
    {
        get
        {
            if (s_count == 0)
                Interlocked.CompareExchange(ref s_count, Default(), 0);
            return s_count;
        }
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
        if (parts > 1 && Count > 1)
        {
            // The job lies on this stack while the parts run, so that its address is good.
            TJob shared = job;
            if (WorkerPool.TryRun(&RunPart<TJob>, Unsafe.AsPointer(ref shared), parts, Count, isShort)) return;
        }

        for (int part = 0; part < parts; part++) Simd.Run(ref job, part);
    }

    private static int Default()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
            return Math.Min(Math.Min(PhysicalCores.Count() ?? MaxCount, Environment.ProcessorCount), MaxCount);
        return int.TryParse(text, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxCount
            ? count
            : throw new InvalidOperationException($"The environment variable {Variable} is '{text}': expected a number from 1 to {MaxCount}, or nothing.");
    }

    private static unsafe void RunPart<TJob>(void* job, int part)
        where TJob : struct, IJob
        => Simd.Run(ref Unsafe.AsRef<TJob>(job), part);
}
