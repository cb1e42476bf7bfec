namespace NnGen.Optim;

/// <summary>
/// Multiplies the learning rate by a factor that changes in equal parts from epoch to epoch, as for a warm-up:
/// <c>torch.optim.lr_scheduler.LinearLR</c>.
/// </summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="startFactor">The factor at first, above 0 and up to 1. Default: 1/3.</param>
/// <param name="endFactor">The factor at last, from 0 to 1. Default: 1.</param>
/// <param name="totalIters">After how many epochs it is reached. Default: 5.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">A factor is out of range, or an interrupted schedule does not know its beginning.</exception>
public sealed class LinearLR(
    Optimizer optimizer, double startFactor = 1.0 / 3, double endFactor = 1, int totalIters = 5, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private double _startFactor = Check.Factor(startFactor, allowsZero: false), _endFactor = Check.Factor(endFactor);
    private int _totalIters = Check.NotNegative(totalIters);

    private protected override double Next(int group, double lr)
    {
        if (LastEpoch == 0)
            return lr * _startFactor;
        if (LastEpoch > _totalIters)
            return lr;
        double change = _endFactor - _startFactor;
        return lr * (1 + (change / ((_totalIters * _startFactor) + ((LastEpoch - 1) * change))));
    }

    private protected override double At(int group, double lr)
        => BaseLrs[group] * (_startFactor + ((_endFactor - _startFactor) * Math.Min(_totalIters, LastEpoch) / _totalIters));

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("start_factor", ref _startFactor);
        visitor.Visit("end_factor", ref _endFactor);
        visitor.Visit("total_iters", ref _totalIters);
    }
}
