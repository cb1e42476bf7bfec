using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NnGen.Training;

/// <summary>What listeners of System.Diagnostics.Metrics can count of a training, under the meter <c>NnGen</c>. Costs nothing without one.</summary>
internal static class TrainingMeter
{
    private static readonly Meter s_meter = new("NnGen");

    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("nngen.optimizer.steps", "{step}", "Steps of optimizers.");

    private static readonly Histogram<double> s_stepDuration = s_meter.CreateHistogram<double>("nngen.optimizer.step.duration", "s", "How long a step of an optimizer takes.");

    private static readonly Counter<long> s_samples = s_meter.CreateCounter<long>("nngen.data.samples", "{sample}", "Samples that data loaders have given.");

    private static readonly Histogram<double> s_wait = s_meter.CreateHistogram<double>("nngen.data.wait.duration", "s", "How long data loaders let their caller wait for a batch.");

    /// <summary>The time from which <see cref="CountStep"/> and <see cref="CountSamples"/> measure.</summary>
    public static long Now => s_stepDuration.Enabled || s_wait.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Counts a step of an optimizer.</summary>
    /// <param name="start">When it began.</param>
    public static void CountStep(long start)
    {
        s_steps.Add(1);
        if (s_stepDuration.Enabled)
            s_stepDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Counts a batch of a data loader.</summary>
    /// <param name="samples">Its samples.</param>
    /// <param name="start">When it was asked for.</param>
    public static void CountSamples(int samples, long start)
    {
        s_samples.Add(samples);
        if (s_wait.Enabled)
            s_wait.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
