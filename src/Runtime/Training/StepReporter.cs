namespace NnGen.Training;

/// <summary>Reports the steps of a training loop of your own: made where an epoch begins, told of every step.</summary>
public sealed class StepReporter
{
    private readonly IProgress<TrainingProgress> _progress;
    private TrainingProgress _last;

    /// <summary>Reports that an epoch begins.</summary>
    /// <param name="progress">Who is told.</param>
    /// <param name="steps">How many steps there will be.</param>
    /// <param name="epoch">The epoch, counted from 1. Default: 0, the run is not divided into epochs.</param>
    /// <param name="epochs">How many epochs there will be. Default: 0.</param>
    /// <param name="unit">What a step's samples are. Default: samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public StepReporter(IProgress<TrainingProgress> progress, int steps, int epoch = 0, int epochs = 0, string unit = "samples")
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        _progress = progress;
        _last = new TrainingProgress
        {
            Epoch = epoch,
            Epochs = epochs,
            Step = 0,
            Steps = steps,
            TotalSteps = Math.Max(0, epoch - 1) * (long)steps,
            Unit = unit,
        };
        progress.Report(_last);
    }

    /// <summary>Reports a step.</summary>
    /// <param name="samples">How many samples it was made over.</param>
    /// <param name="values">Its numbers, such as <c>("loss", loss.Item())</c>.</param>
    public void Step(int samples, params (string Name, double Value)[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        ArgumentNullException.ThrowIfNull(values);
        _last = _last with { Step = _last.Step + 1, TotalSteps = _last.TotalSteps + 1, Samples = samples, Values = values };
        _progress.Report(_last);
    }
}
