namespace NnGen.Optim;

/// <summary>Runs one schedule after the other: <c>torch.optim.lr_scheduler.SequentialLR</c>.</summary>
public sealed class SequentialLR : LRScheduler
{
    private readonly LRScheduler[] _schedulers;
    private readonly int[] _milestones;

    /// <summary>Sets the learning rates of the first schedule.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="schedulers">The schedules, all of the same optimizer.</param>
    /// <param name="milestones">The epochs at which the next one begins: one fewer than schedules.</param>
    /// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
    /// <exception cref="ArgumentException">A schedule is of another optimizer, or there are more or fewer milestones.</exception>
    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int lastEpoch = -1)
        : base(optimizer)
    {
        _schedulers = [.. schedulers];
        _milestones = [.. milestones];
        if (_schedulers.Length == 0)
            throw new ArgumentException("SequentialLR expects at least one scheduler to chain", nameof(schedulers));
        int other = Array.FindIndex(_schedulers, scheduler => scheduler.Optimizer != optimizer);
        if (other >= 0)
            throw new ArgumentException($"SequentialLR expects all schedulers to belong to the same optimizer, but got scheduler at index {other} to be different than the optimizer passed in.", nameof(schedulers));
        if (_milestones.Length != _schedulers.Length - 1)
            throw new ArgumentException(
                "SequentialLR expects number of schedulers provided to be one more than the number of milestone points, "
                + $"but got number of schedulers {_schedulers.Length} and the number of milestones to be equal to {_milestones.Length}",
                nameof(milestones));
        LastEpoch = lastEpoch + 1;
        foreach (var group in optimizer.ParamGroups)
            group.Lr = group.InitialLr!.Value;
        foreach (var scheduler in _schedulers)
            scheduler.Undo();
        _schedulers[0].InitialStep();
        Remember();
    }

    /// <inheritdoc/>
    public override void Step()
    {
        LastEpoch++;
        int current = _milestones.Count(epoch => epoch <= LastEpoch);
        if (current > 0 && _milestones[current - 1] == LastEpoch)
            _schedulers[current].Restart();
        else
            _schedulers[current].Step();
        Remember();
    }

    internal override void Undo()
    {
        LastEpoch--;
        foreach (var scheduler in _schedulers)
            scheduler.Undo();
    }

    internal override void InitialStep() => _schedulers[0].InitialStep();

    internal override void Restart() => _schedulers[0].Restart();

    /// <inheritdoc/>
    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("_schedulers", _schedulers);
    }
}
