namespace NnGen.Optim;

/// <summary>A schedule that a formula gives, of the epoch and mostly of the learning rate before.</summary>
public abstract class FormulaLRScheduler : LRScheduler
{
    private double[] _baseLrs;

    /// <summary>Sets the learning rates of the first epoch, or of the one after <paramref name="lastEpoch"/>.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lastEpoch">The last epoch of an interrupted schedule; -1 begins a new one.</param>
    /// <exception cref="ArgumentException">The schedule goes on, but the optimizer's state does not know with what it began.</exception>
    private protected FormulaLRScheduler(Optimizer optimizer, int lastEpoch)
        : base(optimizer)
    {
        LastEpoch = lastEpoch;
        _baseLrs = Begin(lastEpoch == -1);
        InitialStep();
    }

    /// <summary>The learning rates with which the schedule begins.</summary>
    private protected IReadOnlyList<double> BaseLrs => _baseLrs;

    /// <inheritdoc/>
    public override void Step()
    {
        StepCount++;
        LastEpoch++;
        SetLr(Next);
    }

    internal override void Restart()
    {
        StepCount++;
        LastEpoch = 0;
        SetLr(At);
    }

    /// <summary>The learning rates with which the schedule begins, which groups remember.</summary>
    /// <param name="isNew">Whether it has not begun before.</param>
    private protected virtual double[] Begin(bool isNew)
    {
        var groups = Optimizer.ParamGroups;
        for (int i = 0; i < groups.Count; i++)
        {
            if (isNew)
                groups[i].InitialLr ??= groups[i].Lr;
            else if (groups[i].InitialLr is null)
                throw new ArgumentException($"param 'initial_lr' is not specified in param_groups[{i}] when resuming a scheduler: load the optimizer's state first.", "lastEpoch");
        }

        return [.. groups.Select(group => group.InitialLr!.Value)];
    }

    /// <summary>The learning rate of epoch <see cref="LRScheduler.LastEpoch"/>.</summary>
    /// <param name="group">The index of the group.</param>
    /// <param name="lr">Its learning rate before.</param>
    private protected abstract double Next(int group, double lr);

    /// <summary>The same where the epoch before does not count.</summary>
    private protected virtual double At(int group, double lr) => Next(group, lr);

    /// <inheritdoc/>
    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("base_lrs", ref _baseLrs);
    }

    private protected void SetLr(Func<int, double, double> formula)
    {
        var groups = Optimizer.ParamGroups;
        double[] values = [.. groups.Select((group, i) => formula(i, group.Lr))];
        for (int i = 0; i < values.Length; i++)
            groups[i].Lr = values[i];
        Remember();
    }
}
