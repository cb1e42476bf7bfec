namespace NnGen.Training;

/// <summary>Why a training has ended.</summary>
public enum TrainingEnd
{
    /// <summary>All epochs are done.</summary>
    Finished,

    /// <summary>A callback has stopped it, such as <see cref="EarlyStopping"/>.</summary>
    Stopped,

    /// <summary>Its cancellation token was raised; the run can go on from its checkpoint.</summary>
    Cancelled,
}

/// <summary>What <see cref="Trainer{TBatch}.Fit"/> returns.</summary>
/// <param name="End">Why the training has ended.</param>
/// <param name="Epochs">How many epochs are done, those before a resumption included.</param>
/// <param name="TotalSteps">How many steps of the optimizer are done, those before a resumption included.</param>
/// <param name="Values">The numbers of the last epoch that has ended in this call: its mean loss and what the validation gave.</param>
public sealed record TrainingResult(TrainingEnd End, int Epochs, long TotalSteps, IReadOnlyList<(string Name, double Value)> Values);
