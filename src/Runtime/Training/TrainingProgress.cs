namespace NnGen.Training;

/// <summary>
/// How far a training has come, and the numbers of its last step or epoch: what a training loop reports to an
/// <see cref="IProgress{T}"/>, be it a <see cref="Trainer{TBatch}"/> or a <see cref="StepReporter"/> in a loop of your own.
/// </summary>
public sealed record TrainingProgress
{
    /// <summary>The name under which losses are reported.</summary>
    public const string Loss = "loss";

    /// <summary>The name under which learning rates are reported.</summary>
    public const string LearningRate = "lr";

    /// <summary>The epoch under way, counted from 1; 0 where the run is not divided into epochs.</summary>
    public int Epoch { get; init; }

    /// <summary>How many epochs there will be; 0 where the run is not divided into epochs.</summary>
    public int Epochs { get; init; }

    /// <summary>Steps done in the epoch, or in the run where it has no epochs. A report of 0 steps says that it begins.</summary>
    public required int Step { get; init; }

    /// <summary>How many steps there will be.</summary>
    public required int Steps { get; init; }

    /// <summary>Steps done since the start of the run.</summary>
    public required long TotalSteps { get; init; }

    /// <summary>Samples of this step, for the speed.</summary>
    public int Samples { get; init; }

    /// <summary>What <see cref="Samples"/> counts. Default: samples.</summary>
    public string Unit { get; init; } = "samples";

    /// <summary>Whether an epoch has ended: the values are those of all of it, such as the metrics of the validation.</summary>
    public bool IsEpochEnd { get; init; }

    /// <summary>The numbers of the step or the epoch, such as <c>("loss", 0.31)</c>.</summary>
    public IReadOnlyList<(string Name, double Value)> Values { get; init; } = [];

    /// <summary>What is under way, for people: <c>epoch 2/5</c>, or <c>training</c>.</summary>
    public string Title => Epoch == 0 ? "training" : $"epoch {Epoch}/{Epochs}";

    /// <summary>The value of a name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public double this[string name]
    {
        get
        {
            foreach (var (found, value) in Values)
            {
                if (found == name)
                    return value;
            }

            throw new ArgumentException($"There is no value '{name}' among those reported: {string.Join(", ", Values.Select(v => $"'{v.Name}'"))}.", nameof(name));
        }
    }
}
