namespace NnGen.Training;

/// <summary>
/// Is called as a <see cref="Trainer{TBatch}"/> goes on. One that remembers something implements <see cref="IStateful"/> too: its state is
/// part of the run's checkpoints.
/// </summary>
public abstract class TrainerCallback
{
    /// <summary>After each step of the optimizer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">The step with its loss.</param>
    public virtual void OnStep(TrainingRun run, TrainingProgress progress)
    {
    }

    /// <summary>After each epoch and its validation.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">The mean loss of the epoch and what the validation gave.</param>
    public virtual void OnEpochEnd(TrainingRun run, TrainingProgress progress)
    {
    }
}
