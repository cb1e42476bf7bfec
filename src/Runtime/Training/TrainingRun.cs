using NnGen.Optim;

namespace NnGen.Training;

/// <summary>A training under way, as a <see cref="TrainerCallback"/> sees it.</summary>
public abstract class TrainingRun
{
    private protected TrainingRun(Module model, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        (Model, Optimizer) = (model, optimizer);
    }

    /// <summary>The model.</summary>
    public Module Model { get; }

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Whether <see cref="Stop"/> was called.</summary>
    public bool IsStopping { get; private protected set; }

    /// <summary>Ends the training after the step or epoch under way.</summary>
    public void Stop() => IsStopping = true;

    /// <summary>Writes the state of the run, from which it goes on bit for bit. To be called between steps, as callbacks are.</summary>
    /// <param name="path">The file; usually ends in <c>.pth</c>.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public abstract void SaveCheckpoint(string path);
}
