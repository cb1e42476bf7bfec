using NnGen.Optim;

namespace NnGen.Training;

/// <summary>Saves the model's weights whenever a metric is better than ever before.</summary>
public sealed class BestCheckpoint : TrainerCallback, IStateful
{
    private const string BestKey = "best";

    private readonly BestValue _best;
    private readonly string _path, _metric;

    /// <summary>Makes a callback.</summary>
    /// <param name="path">The file, as <see cref="Module.Save"/> takes it: <c>.safetensors</c> or <c>.pth</c>.</param>
    /// <param name="metric">The metric, as the validation names it.</param>
    /// <param name="mode">What is better. Default: less.</param>
    public BestCheckpoint(string path, string metric, PlateauMode mode = PlateauMode.Min)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(metric);
        (_path, _metric, _best) = (path, metric, new BestValue(mode));
    }

    /// <summary>The best value of the metric.</summary>
    public double Best => _best.Value;

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        if (_best.Update(progress[_metric]))
            run.Model.Save(_path);
    }

    /// <inheritdoc/>
    public TorchDict StateDict() => new() { [BestKey] = _best.Value };

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _best.Value = state.Get<double>(BestKey);
    }
}
