namespace NnGen.Tests;

/// <summary>What repeated work allocates once it has run often enough.</summary>
internal static class Allocations
{
    private const int Attempts = 5;

    /// <summary>
    /// Bytes that this thread allocates in some runs: the least of several attempts, for it works on its own where other tests hold the
    /// pool of threads, and then takes working memory that a helper had taken before.
    /// </summary>
    /// <param name="run">What is repeated.</param>
    /// <param name="count">How often in an attempt.</param>
    public static long InSteadyState(Action run, int count = 1000)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < count; i++)
                run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
