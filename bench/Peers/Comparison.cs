using System.Diagnostics;

namespace NnGen.Benchmarks.Peers;

/// <summary>Step times of one setting, a value for each round.</summary>
internal sealed record Row(int Batch, int Threads, double[] ValueAndGrad, double[] CallAndBackward, double[] Torch)
{
    /// <summary>How many times as fast as PyTorch <c>ValueAndGrad</c> is, round by round.</summary>
    public double[] Ratios => [.. Torch.Zip(ValueAndGrad, (theirs, ours) => theirs / ours)];

    /// <summary>The same of the form with <c>loss.Backward()</c>.</summary>
    public double[] BackwardRatios => [.. Torch.Zip(CallAndBackward, (theirs, ours) => theirs / ours)];
}

/// <summary>Times both sides in turn, so that what else the machine does meets both alike.</summary>
internal sealed class Comparison(TorchPeer torch, int rounds, double seconds)
{
    private static readonly int[] s_batches = [1, 64, 256];

    public IEnumerable<Row> Run(IReadOnlyList<int> threadCounts)
        => from threads in threadCounts from batch in s_batches select Measure(batch, threads);

    private Row Measure(int batch, int threads)
    {
        Threads.Count = threads;
        var step = new MlpStep(batch);
        Round(step, batch, threads);                            // warm-up
        var times = Enumerable.Range(0, rounds).Select(_ => Round(step, batch, threads)).ToList();
        return new Row(
            batch,
            threads,
            [.. times.Select(t => t.ValueAndGrad)],
            [.. times.Select(t => t.CallAndBackward)],
            [.. times.Select(t => t.Torch)]);
    }

    private (double ValueAndGrad, double CallAndBackward, double Torch) Round(MlpStep step, int batch, int threads)
        => (Time(step.ValueAndGrad), Time(step.CallAndBackward), torch.Measure(batch, threads, seconds));

    private double Time(Func<float> step)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        TimeSpan elapsed;
        do
        {
            step();
            count++;
            elapsed = Stopwatch.GetElapsedTime(start);
        }
        while (elapsed.TotalSeconds < seconds);
        return elapsed.TotalMicroseconds / count;
    }
}
