using NnGen.Optim;

namespace NnGen.Training;

/// <summary>What a schedule of the learning rate counts.</summary>
public enum ScheduleInterval
{
    /// <summary>Epochs.</summary>
    Epoch,

    /// <summary>Steps of the optimizer.</summary>
    Step,
}

/// <summary>Goes on with a schedule of the learning rate: one step after each epoch, or after each step of the optimizer.</summary>
/// <param name="scheduler">The schedule.</param>
/// <param name="every">What it counts. Default: epochs.</param>
public sealed class Schedule(LRScheduler scheduler, ScheduleInterval every = ScheduleInterval.Epoch) : TrainerCallback, IStateful
{
    private readonly LRScheduler _scheduler = scheduler ?? throw new ArgumentNullException(nameof(scheduler));

    /// <inheritdoc/>
    public override void OnStep(TrainingRun run, TrainingProgress progress)
    {
        if (every == ScheduleInterval.Step)
            _scheduler.Step();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, TrainingProgress progress)
    {
        if (every == ScheduleInterval.Epoch)
            _scheduler.Step();
    }

    /// <inheritdoc/>
    public TorchDict StateDict() => _scheduler.StateDict();

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state) => _scheduler.LoadStateDict(state);
}

/// <summary>Lets a <see cref="ReduceLROnPlateau"/> look at a metric after each epoch.</summary>
/// <param name="scheduler">The schedule.</param>
/// <param name="metric">The metric, as the validation names it.</param>
public sealed class PlateauSchedule(ReduceLROnPlateau scheduler, string metric) : TrainerCallback, IStateful
{
    private readonly ReduceLROnPlateau _scheduler = scheduler ?? throw new ArgumentNullException(nameof(scheduler));

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _scheduler.Step(progress[metric]);
    }

    /// <inheritdoc/>
    public TorchDict StateDict() => _scheduler.StateDict();

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state) => _scheduler.LoadStateDict(state);
}
