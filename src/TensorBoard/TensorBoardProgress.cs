using NnGen.Training;

namespace NnGen.TensorBoard;

/// <summary>Writes the values of a training to an event file, under their names and at the steps since the start of the run.</summary>
/// <param name="writer">The event file. It is not disposed.</param>
/// <param name="prefix">Stands before the names, for example <c>train/</c>. Default: nothing.</param>
public sealed class TensorBoardProgress(SummaryWriter writer, string prefix = "") : IProgress<TrainingProgress>
{
    private readonly SummaryWriter _writer = writer ?? throw new ArgumentNullException(nameof(writer));

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var (name, number) in value.Values)
            _writer.AddScalar(prefix + name, number, value.TotalSteps);
    }
}
