using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Peers;

/// <summary>Step times of one setting, a value for each round.</summary>
internal sealed record Row(int Batch, int Threads, double[] ValueAndGrad, double[] CallAndBackward, double[] Torch)
{
    /// <summary>How many times as fast as PyTorch <c>ValueAndGrad</c> is, round by round.</summary>
    public double[] Ratios => [.. Torch.Zip(ValueAndGrad, (theirs, ours) => theirs / ours)];

    /// <summary>The same of the form with <c>loss.Backward()</c>.</summary>
    public double[] BackwardRatios => [.. Torch.Zip(CallAndBackward, (theirs, ours) => theirs / ours)];
}

/// <summary>Times of one layer, a value for each round.</summary>
internal sealed record LayerRow(string Name, int Threads, double[] Ours, double[] Torch)
{
    /// <summary>How many times as fast as PyTorch it is, round by round.</summary>
    public double[] Ratios => [.. Torch.Zip(Ours, (theirs, ours) => theirs / ours)];
}

/// <summary>Times both sides in turn, so that what else the machine does meets both alike.</summary>
/// <param name="rounds">How often.</param>
/// <param name="seconds">How long each side is timed in a round.</param>
internal sealed class Comparison(int rounds, double seconds)
{
    private static readonly int[] s_batches = [1, 64, 256];

    /// <summary>Times the training step.</summary>
    public IEnumerable<Row> Steps(TorchPeer torch, IReadOnlyList<int> threadCounts)
        => from threads in threadCounts from batch in s_batches select Measure(torch, batch, threads);

    /// <summary>Times the layers.</summary>
    public IEnumerable<LayerRow> Layers(TorchPeer torch, IReadOnlyList<int> threadCounts)
        => from threads in threadCounts from work in LayerWorks.All() select Measure(torch, work, threads);

    private LayerRow Measure(TorchPeer torch, LayerWork work, int threads)
    {
        Threads.Count = threads;
        Round();                                                // warm-up
        var times = Enumerable.Range(0, rounds).Select(_ => Round()).ToList();
        return new LayerRow(work.Name, threads, [.. times.Select(t => t.Ours)], [.. times.Select(t => t.Torch)]);

        (double Ours, double Torch) Round() => (Time(work.Run), torch.Measure(work.Name, threads, seconds));
    }

    private Row Measure(TorchPeer torch, int batch, int threads)
    {
        Threads.Count = threads;
        var step = new MlpStep(batch);
        Round(torch, step, batch, threads);                            // warm-up
        var times = Enumerable.Range(0, rounds).Select(_ => Round(torch, step, batch, threads)).ToList();
        return new Row(
            batch,
            threads,
            [.. times.Select(t => t.ValueAndGrad)],
            [.. times.Select(t => t.CallAndBackward)],
            [.. times.Select(t => t.Torch)]);
    }

    private (double ValueAndGrad, double CallAndBackward, double Torch) Round(TorchPeer torch, MlpStep step, int batch, int threads)
        => (Time(() => step.ValueAndGrad()), Time(() => step.CallAndBackward()), torch.Measure(batch.ToString(CultureInfo.InvariantCulture), threads, seconds));

    private double Time(Action step)
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
