using System.Diagnostics;
using NnGen.Kernels;

namespace NnGen.Benchmarks.Peers;

/// <summary>What was measured of a work: microseconds, a value for each round.</summary>
/// <param name="Work">The work.</param>
/// <param name="Threads">Threads of either side.</param>
/// <param name="Ours">NnGen's times.</param>
/// <param name="Theirs">The peer's times.</param>
/// <param name="AtPeak">Times that the same operations would take at the processor's peak; empty where operations do not count.</param>
/// <param name="Allocated">Bytes that a run of NnGen's allocates.</param>
internal sealed record Row(Work Work, int Threads, double[] Ours, double[] Theirs, double[] AtPeak, long Allocated);

/// <summary>Times both sides in turn, so that what else the machine does meets both alike.</summary>
internal sealed class Comparison(Conditions conditions)
{
    private const double PeakSeconds = 0.02;

    // The threads of a side spin on for a while when it is done, on the processors that the other side is timed on.
    private const int PauseMilliseconds = 30;

    /// <summary>Measures a section and writes its table.</summary>
    public string Report(Section section, IReadOnlyList<int> threadCounts)
    {
        using var peer = new Peer(conditions.Python, section.Name + ".py");
        var rows = (from work in section.Works() from threads in threadCounts select Measure(peer, work, threads)).ToList();
        return Table.Of(section, rows, conditions, peer.Description);
    }

    private Row Measure(Peer peer, Work work, int threads)
    {
        Console.Error.WriteLine($"{work.Name}, {threads} threads");
        Threads.Count = threads;
        Round();                                                // warm-up
        var times = Enumerable.Range(0, conditions.Rounds).Select(_ => Round()).ToList();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        work.Run();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        double[] atPeak = work.Operations is { } operations ? [.. times.Select(t => operations / (t.Peak * threads))] : [];
        return new Row(work, threads, [.. times.Select(t => t.Ours)], [.. times.Select(t => t.Theirs)], atPeak, allocated);

        (double Ours, double Theirs, double Peak) Round()
        {
            Thread.Sleep(PauseMilliseconds);
            double ours = Time(work.Run, conditions.Seconds);
            double peak = work.Operations is null ? 0 : MultiplyAddPeak.Measure(PeakSeconds);
            Thread.Sleep(PauseMilliseconds);
            return (ours, peer.Measure(work.Peer, threads, conditions.Seconds), peak);
        }
    }

    /// <summary>Mean time of a run in microseconds.</summary>
    public static double Time(Action run, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        TimeSpan elapsed;
        do
        {
            run();
            count++;
            elapsed = Stopwatch.GetElapsedTime(start);
        }
        while (elapsed.TotalSeconds < seconds);
        return elapsed.TotalMicroseconds / count;
    }
}
