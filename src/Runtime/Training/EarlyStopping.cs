using NnGen.Optim;

namespace NnGen.Training;

/// <summary>Stops a training when a metric has not become better for some epochs.</summary>
public sealed class EarlyStopping : TrainerCallback, IStateful
{
    private const string BestKey = "best";
    private const string BadEpochsKey = "num_bad_epochs";

    private readonly BestValue _best;
    private readonly string _metric;
    private readonly int _patience;
    private int _badEpochs;

    /// <summary>Makes a callback.</summary>
    /// <param name="metric">The metric, as the validation names it.</param>
    /// <param name="patience">For how many epochs it need not become better. Default: 10.</param>
    /// <param name="mode">What is better. Default: less.</param>
    /// <param name="minDelta">By how much it must become better to count. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public EarlyStopping(string metric, int patience = 10, PlateauMode mode = PlateauMode.Min, double minDelta = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(minDelta);
        (_metric, _patience, _best) = (metric, patience, new BestValue(mode, minDelta));
    }

    /// <summary>The best value of the metric.</summary>
    public double Best => _best.Value;

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        _badEpochs = _best.Update(progress[_metric]) ? 0 : _badEpochs + 1;
        if (_badEpochs > _patience)
            run.Stop();
    }

    /// <inheritdoc/>
    public TorchDict StateDict() => new() { [BestKey] = _best.Value, [BadEpochsKey] = (long)_badEpochs };

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (_best.Value, _badEpochs) = (state.Get<double>(BestKey), (int)state.Get<long>(BadEpochsKey));
    }
}
