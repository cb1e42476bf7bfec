namespace NnGen.Optim;

/// <summary>Runs several schedules at once, each on what the one before made of it: <c>torch.optim.lr_scheduler.ChainedScheduler</c>.</summary>
public sealed class ChainedScheduler : LRScheduler
{
    private readonly LRScheduler[] _schedulers;

    /// <summary>Chains schedules.</summary>
    /// <param name="schedulers">The schedules, all of the same optimizer, in the order in which they are applied.</param>
    /// <exception cref="ArgumentException">There is none, or one is of another optimizer.</exception>
    public ChainedScheduler(params IEnumerable<LRScheduler> schedulers)
        : base(First(schedulers).Optimizer)
    {
        _schedulers = [.. schedulers];
        int other = Array.FindIndex(_schedulers, scheduler => scheduler.Optimizer != Optimizer);
        if (other >= 0)
            throw new ArgumentException($"ChainedScheduler expects all schedulers to belong to the same optimizer, but got schedulers at index 0 and {other} to be different", nameof(schedulers));
        LastEpoch = 0;
        Remember();
    }

    /// <inheritdoc/>
    public override void Step()
    {
        LastEpoch++;
        foreach (var scheduler in _schedulers)
            scheduler.Step();
        Remember();
    }

    internal override void Undo()
    {
        LastEpoch--;
        foreach (var scheduler in _schedulers)
            scheduler.Undo();
    }

    internal override void InitialStep()
    {
        LastEpoch++;
        foreach (var scheduler in _schedulers)
            scheduler.InitialStep();
        Remember();
    }

    internal override void Restart()
    {
        LastEpoch = 0;
        foreach (var scheduler in _schedulers)
            scheduler.Restart();
        Remember();
    }

    /// <inheritdoc/>
    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("_schedulers", _schedulers);
    }

    private static LRScheduler First(IEnumerable<LRScheduler> schedulers)
    {
        ArgumentNullException.ThrowIfNull(schedulers);
        return schedulers.FirstOrDefault()
            ?? throw new ArgumentException("ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.", nameof(schedulers));
    }
}
