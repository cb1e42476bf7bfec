using NnGen.Data;
using NnGen.Optim;

namespace NnGen.Training;

/// <summary>
/// A training loop for those who want one: epochs of batches, with accumulated and clipped gradients, validation, progress, callbacks and
/// checkpoints. A run that is stopped after any step and resumed from its checkpoint gives bitwise the same weights as one that was
/// never stopped. It is made of public pieces only; where it does not fit, write the loop yourself.
/// </summary>
/// <typeparam name="TBatch">What the loader gives.</typeparam>
/// <remarks>Layers stay in the mode they are in: call <c>model.Train()</c> before, and validate with <c>Predict</c>.</remarks>
public class Trainer<TBatch> : TrainingRun, IStateful
{
    private readonly DataLoader<TBatch> _loader;
    private readonly Func<TBatch, float> _forwardBackward;
    private TrainerPosition _position = new();

    /// <summary>Makes a trainer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">Changes its parameters.</param>
    /// <param name="loader">The batches.</param>
    /// <param name="forwardBackward">Computes loss and gradients of a batch and gives the loss, as <c>ValueAndGrad</c> does.</param>
    public Trainer(Module model, Optimizer optimizer, DataLoader<TBatch> loader, Func<TBatch, float> forwardBackward)
        : base(model, optimizer)
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(forwardBackward);
        (_loader, _forwardBackward) = (loader, forwardBackward);
    }

    /// <summary>How many batches a step of the optimizer is made over; their gradients are averaged. Default: 1.</summary>
    public int AccumulateSteps { get; init; } = 1;

    /// <summary>The largest norm of all gradients, as <see cref="NnUtils.ClipGradNorm_"/> takes it. Default: no limit.</summary>
    public double? ClipGradNorm { get; init; }

    /// <summary>
    /// Gives the metrics of the model after each epoch, such as <c>("accuracy", 0.98)</c>. What it draws from <see cref="Rng.Default"/> does not
    /// change the training. Default: none.
    /// </summary>
    public Func<CancellationToken, IEnumerable<(string Name, double Value)>>? Validate { get; init; }

    /// <summary>Called after steps and epochs, in order.</summary>
    public IList<TrainerCallback> Callbacks { get; init; } = [];

    /// <summary>Who is told of every step and epoch.</summary>
    public IList<IProgress<TrainingProgress>> Progress { get; init; } = [];

    /// <summary>
    /// A file for the state of the run: written at the start, after each epoch, and when the run is cancelled or stopped within one.
    /// Default: none.
    /// </summary>
    public string? CheckpointPath { get; init; }

    /// <summary>What a sample is called where speeds are shown. Default: samples.</summary>
    public string Unit { get; init; } = "samples";

    /// <summary>Trains until so many epochs are done, those of earlier calls and before a resumption included.</summary>
    /// <param name="epochs">How many.</param>
    /// <param name="cancellationToken">Ends the run after the step under way, with its checkpoint written. No exception is thrown.</param>
    /// <returns>How the run has ended.</returns>
    /// <exception cref="ArgumentException">A callback asks for a metric that the validation does not give.</exception>
    /// <exception cref="IOException">The checkpoint cannot be written.</exception>
    public TrainingResult Fit(int epochs, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(AccumulateSteps);
        IsStopping = false;
        WriteCheckpoint();
        TrainingProgress? epoch = null;
        while (_position.Epoch < epochs && !IsStopping && !cancellationToken.IsCancellationRequested)
        {
            bool isComplete = TrainEpoch(epochs, cancellationToken);
            if (isComplete && EndEpoch(epochs, cancellationToken) is { } ended)
                epoch = ended;
            WriteCheckpoint();
        }

        var end = _position.Epoch >= epochs ? TrainingEnd.Finished : IsStopping ? TrainingEnd.Stopped : TrainingEnd.Cancelled;
        return new TrainingResult(end, _position.Epoch, _position.TotalSteps, epoch?.Values ?? []);
    }

    /// <summary>Takes over the state of a run, which <see cref="Fit"/> then goes on with.</summary>
    /// <param name="path">A file that <see cref="TrainingRun.SaveCheckpoint"/> or <see cref="CheckpointPath"/> has written.</param>
    /// <exception cref="CheckpointException">The file is damaged, or of a run with other callbacks. Nothing has been changed then.</exception>
    /// <exception cref="StateDictException">The file does not fit the model. Nothing has been changed then.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Resume(string path) => Checkpoint.Load(path, Model, Optimizer, loader: this);

    /// <inheritdoc/>
    public override void SaveCheckpoint(string path) => Checkpoint.Save(path, Model, Optimizer, epoch: _position.Epoch, loader: this);

    /// <summary>Where the run stands: the position in the data, and the state of the callbacks.</summary>
    public TorchDict StateDict() => _position.Write(_loader, Callbacks);

    /// <summary>Takes over a position.</summary>
    /// <param name="state">What <see cref="StateDict"/> gave.</param>
    /// <exception cref="CheckpointException">It is none, or one of a run with other callbacks.</exception>
    public void LoadStateDict(TorchDict state) => _position = TrainerPosition.Read(state, _loader, Callbacks);

    /// <summary>Goes through the batches that are left of the epoch.</summary>
    /// <returns>Whether that was all of them.</returns>
    private bool TrainEpoch(int epochs, CancellationToken cancellationToken)
    {
        if (_position.IsTrained)
            return true;
        Report(Describe(epochs));
        foreach (var batches in BatchesOfSteps())
        {
            var (loss, norm) = TakeStep(batches);
            int samples = (int)Math.Min(batches.Length * (long)_loader.BatchSize, _loader.SampleCount - _position.Samples);
            _position.CountStep(loss, samples);

            var progress = Describe(epochs) with
            {
                Samples = samples,
                Values = [(TrainingProgress.Loss, loss), (TrainingProgress.LearningRate, Optimizer.Lr), .. norm],
            };
            Report(progress);
            foreach (var callback in Callbacks)
                callback.OnStep(this, progress);
            if (!IsStopping && !cancellationToken.IsCancellationRequested)
                continue;

            _loader.LoadStateDict(_loader.StateDict());         // its next enumeration goes on here
            return false;
        }

        return _position.IsTrained = true;
    }

    /// <summary>The batches of each step that is left of the epoch. None is asked for before it is needed, so that the loader stands where the step does.</summary>
    private IEnumerable<TBatch[]> BatchesOfSteps()
    {
        var batches = new List<TBatch>();
        int left = _loader.Count - (_position.Step * AccumulateSteps);
        foreach (var batch in _loader)
        {
            batches.Add(batch);
            left--;
            if (batches.Count < AccumulateSteps && left > 0)
                continue;
            yield return [.. batches];
            batches.Clear();
        }
    }

    /// <summary>Changes the parameters by the gradients of some batches.</summary>
    /// <returns>The mean loss, and the norm of the gradients where they are clipped.</returns>
    private (double Loss, (string Name, double Value)[] Norm) TakeStep(TBatch[] batches)
    {
        Parameter[] parameters = [.. Optimizer.ParamGroups.SelectMany(group => group.Parameters)];
        Optimizer.ZeroGrad();
        double loss = 0;
        foreach (var batch in batches)
            loss += _forwardBackward(batch) / (double)batches.Length;
        if (batches.Length > 1)
        {
            foreach (var parameter in parameters)
                parameter.Grad?.Mul_(1f / batches.Length);
        }

        (string, double)[] norm = ClipGradNorm is { } limit ? [("grad_norm", NnUtils.ClipGradNorm_(parameters, limit))] : [];
        Optimizer.Step();
        return (loss, norm);
    }

    /// <summary>Validates and tells the callbacks, where that is not cancelled.</summary>
    private TrainingProgress? EndEpoch(int epochs, CancellationToken cancellationToken)
    {
        List<(string Name, double Value)> values = [("train_loss", _position.MeanLoss)];
        var random = Rng.GetState();
        try
        {
            values.AddRange(Validate?.Invoke(cancellationToken) ?? []);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;                                        // the run resumes with the validation
        }
        finally
        {
            Rng.SetState(random);
        }

        var progress = Describe(epochs) with { IsEpochEnd = true, Values = values };
        _position.EndEpoch();
        Report(progress);
        foreach (var callback in Callbacks)
            callback.OnEpochEnd(this, progress);
        return progress;
    }

    private TrainingProgress Describe(int epochs) => new()
    {
        Epoch = _position.Epoch + 1,
        Epochs = epochs,
        Step = _position.Step,
        Steps = (_loader.Count + AccumulateSteps - 1) / AccumulateSteps,
        TotalSteps = _position.TotalSteps,
        Unit = Unit,
    };

    private void Report(TrainingProgress progress)
    {
        foreach (var receiver in Progress)
            receiver.Report(progress);
    }

    private void WriteCheckpoint()
    {
        if (CheckpointPath is not null)
            SaveCheckpoint(CheckpointPath);
    }
}
