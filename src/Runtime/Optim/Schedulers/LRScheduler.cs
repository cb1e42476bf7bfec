namespace NnGen.Optim;

/// <summary>Changes an optimizer's learning rates as training goes on: the base of all schedulers that count epochs.</summary>
public abstract class LRScheduler : IStateful
{
    private double[] _lastLr = [];

    private protected LRScheduler(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
    }

    /// <summary>How many times <see cref="Step"/> was called; -1 before the first learning rate is set.</summary>
    public int LastEpoch { get; protected internal set; } = -1;

    /// <summary>The optimizer.</summary>
    internal Optimizer Optimizer { get; }

    private protected int StepCount { get; set; }

    /// <summary>The learning rate of each parameter group, as the scheduler has set it last.</summary>
    public IReadOnlyList<double> GetLastLr() => _lastLr;

    /// <summary>Sets the learning rates of the next epoch, or of the next step, whichever the schedule counts.</summary>
    public abstract void Step();

    /// <inheritdoc/>
    public TorchDict StateDict() => SchedulerState.Write(VisitState);

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state) => SchedulerState.Read(state, VisitState);

    /// <summary>Refuses a state that does not fit.</summary>
    internal void CheckStateDict(TorchDict state) => VisitState(new SchedulerReader(state, isCheck: true));

    /// <summary>Names every value of the state as PyTorch does.</summary>
    private protected virtual void VisitState(SchedulerVisitor visitor)
    {
        int lastEpoch = LastEpoch, stepCount = StepCount;
        visitor.Visit("last_epoch", ref lastEpoch);
        visitor.Visit("_step_count", ref stepCount);
        visitor.Visit("_last_lr", ref _lastLr);
        (LastEpoch, StepCount) = (lastEpoch, stepCount);
    }

    /// <summary>Begins the schedule anew in the midst of another: as PyTorch's deprecated <c>step(0)</c>.</summary>
    internal abstract void Restart();

    /// <summary>Takes the first step back: another schedule decides when it is made.</summary>
    internal virtual void Undo() => LastEpoch--;

    /// <summary>Sets the learning rates of the first epoch.</summary>
    internal virtual void InitialStep()
    {
        StepCount = 0;
        Step();
    }

    private protected void Remember() => _lastLr = [.. Optimizer.ParamGroups.Select(group => group.Lr)];
}
