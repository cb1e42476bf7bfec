using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public class ThreadsTests
{
    [Fact]
    public void EveryPartRunsOnce()
    {
        using KernelSettings settings = new(threads: 4);
        for (int parts = 0; parts < 200; parts++)
        {
            CountingJob job = new() { Counts = new int[parts] };
            Threads.Run(parts, ref job);
            Assert.All(job.Counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void TheMachineSaysHowManyCoresItHas()
    {
        // The process may be kept to fewer processors than the machine has cores.
        if (PhysicalCores.Count() is { } cores)
            Assert.InRange(cores, 1, 4096);
        else
            Assert.False(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS());
    }

    [Fact]
    public void AnExceptionReachesTheCallerAndThePoolGoesOn()
    {
        using KernelSettings settings = new(threads: 3);
        for (int i = 0; i < 50; i++)
        {
            ThrowingJob job = new() { At = i % 20 };
            Assert.Equal("part", Assert.Throws<InvalidOperationException>(() => Threads.Run(20, ref job)).Message);
            EveryPartRunsOnce();
        }
    }

    [Fact]
    public void NestedCallsRunOnTheirThread()
    {
        using KernelSettings settings = new(threads: 3);
        NestedJob job = new() { Counts = new int[8 * 8] };
        Threads.Run(8, ref job);
        Assert.All(job.Counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void ManyCallersAtOnceAllGetTheirResults()
    {
        using KernelSettings settings = new(threads: 3);
        Parallel.For(0, 500, _ =>
        {
            CountingJob job = new() { Counts = new int[17] };
            Threads.Run(17, ref job);
            Assert.All(job.Counts, count => Assert.Equal(1, count));
        });
    }

    [Fact]
    public void TheCountIsBounded()
    {
        Assert.InRange(Threads.Count, 1, 256);
        Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Count = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Count = 257);
    }

    [Fact]
    public void AnIdlePoolUsesNoProcessor()
    {
        using KernelSettings settings = new(threads: 4);
        CountingJob job = new() { Counts = new int[64] };
        Threads.Run(64, ref job);
        Assert.True(SpinWait.SpinUntil(() => WorkerPool.ParkedThreads == WorkerPool.StartedThreads, TimeSpan.FromSeconds(10)));
    }

    private struct CountingJob : IJob
    {
        public int[] Counts;

        public readonly void Run<V>(int part)
            where V : struct, IVector<V>
            => Interlocked.Increment(ref Counts[part]);
    }

    private struct ThrowingJob : IJob
    {
        public int At;

        public readonly void Run<V>(int part)
            where V : struct, IVector<V>
        {
            if (part == At) throw new InvalidOperationException("part");
        }
    }

    private struct NestedJob : IJob
    {
        public int[] Counts;

        public readonly void Run<V>(int part)
            where V : struct, IVector<V>
        {
            InnerJob inner = new() { Counts = Counts, Outer = part, Thread = Environment.CurrentManagedThreadId };
            Threads.Run(8, ref inner);
        }
    }

    private struct InnerJob : IJob
    {
        public int[] Counts;
        public int Outer;
        public int Thread;

        public readonly void Run<V>(int part)
            where V : struct, IVector<V>
        {
            Assert.Equal(Thread, Environment.CurrentManagedThreadId);
            Interlocked.Increment(ref Counts[Outer * 8 + part]);
        }
    }
}
