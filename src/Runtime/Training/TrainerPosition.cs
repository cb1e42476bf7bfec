using System.Globalization;
using NnGen.Data;

namespace NnGen.Training;

/// <summary>Where a <see cref="Trainer{TBatch}"/> stands, as its checkpoints hold it.</summary>
internal sealed class TrainerPosition
{
    private const string EpochKey = "epoch";
    private const string IsTrainedKey = "is_trained";
    private const string StepKey = "step";
    private const string TotalStepsKey = "total_steps";
    private const string SamplesKey = "samples";
    private const string LossSumKey = "loss_sum";
    private const string LoaderKey = "loader";
    private const string CallbacksKey = "callbacks";

    private double _lossSum;

    /// <summary>How many epochs are done.</summary>
    public int Epoch { get; private set; }

    /// <summary>Whether all steps of the epoch under way are done, but not its validation.</summary>
    public bool IsTrained { get; set; }

    /// <summary>Steps of the epoch under way.</summary>
    public int Step { get; private set; }

    /// <summary>Steps of the run.</summary>
    public long TotalSteps { get; private set; }

    /// <summary>Samples of the epoch under way.</summary>
    public long Samples { get; private set; }

    /// <summary>The mean loss of the epoch under way, by samples.</summary>
    public double MeanLoss => _lossSum / Samples;

    /// <summary>Counts a step.</summary>
    public void CountStep(double loss, int samples)
    {
        (Step, TotalSteps, Samples) = (Step + 1, TotalSteps + 1, Samples + samples);
        _lossSum += loss * samples;
    }

    /// <summary>Counts an epoch.</summary>
    public void EndEpoch() => (Epoch, IsTrained, Step, Samples, _lossSum) = (Epoch + 1, false, 0, 0, 0);

    /// <summary>The position with that of the data and the states of the callbacks.</summary>
    public TorchDict Write(IStateful loader, IEnumerable<TrainerCallback> callbacks)
    {
        var states = new TorchDict();
        foreach (var (key, callback) in Stateful(callbacks))
            states[key] = callback.StateDict();
        return new TorchDict
        {
            [EpochKey] = (long)Epoch,
            [IsTrainedKey] = IsTrained,
            [StepKey] = (long)Step,
            [TotalStepsKey] = TotalSteps,
            [SamplesKey] = Samples,
            [LossSumKey] = _lossSum,
            [LoaderKey] = loader.StateDict(),
            [CallbacksKey] = states,
        };
    }

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    /// <exception cref="CheckpointException">It is something else, or of a run with other callbacks.</exception>
    public static TrainerPosition Read(TorchDict state, IStateful loader, IEnumerable<TrainerCallback> callbacks)
    {
        var position = new TrainerPosition
        {
            Epoch = (int)state.Get<long>(EpochKey),
            IsTrained = state.Get<bool>(IsTrainedKey),
            Step = (int)state.Get<long>(StepKey),
            TotalSteps = state.Get<long>(TotalStepsKey),
            Samples = state.Get<long>(SamplesKey),
            _lossSum = state.Get<double>(LossSumKey),
        };
        var states = state.Get<TorchDict>(CallbacksKey);
        var stateful = Stateful(callbacks).ToList();
        if (!stateful.Select(pair => (object)pair.Key).SequenceEqual(states.Keys))
        {
            throw new CheckpointException(
                $"The run was saved with the callbacks [{string.Join(", ", states.Keys)}], but the trainer has [{string.Join(", ", stateful.Select(pair => pair.Key))}]: give it the same.");
        }

        loader.LoadStateDict(state.Get<TorchDict>(LoaderKey));
        foreach (var (key, callback) in stateful)
            callback.LoadStateDict(states.Get<TorchDict>(key));
        return position;
    }

    /// <summary>The callbacks that have a state, by their place and kind.</summary>
    private static IEnumerable<(string Key, IStateful Callback)> Stateful(IEnumerable<TrainerCallback> callbacks)
        => callbacks.Select((callback, i) => (Key: string.Create(CultureInfo.InvariantCulture, $"{i} {callback.GetType().Name}"), Callback: callback as IStateful))
            .Where(pair => pair.Callback is not null)
            .Select(pair => (pair.Key, pair.Callback!));
}
