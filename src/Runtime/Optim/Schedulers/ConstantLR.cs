namespace NnGen.Optim;

/// <summary>Multiplies the learning rate by a factor until a given epoch: <c>torch.optim.lr_scheduler.ConstantLR</c>.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="factor">The factor, from 0 to 1. Default: 1/3.</param>
/// <param name="totalIters">The epoch from which on it does not hold. Default: 5.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException"><paramref name="factor"/> is out of range, or an interrupted schedule does not know its beginning.</exception>
public sealed class ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int totalIters = 5, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private double _factor = Check.Factor(factor);
    private int _totalIters = Check.NotNegative(totalIters);

    private protected override double Next(int group, double lr)
    {
        if (LastEpoch == 0)
            return lr * _factor;
        return LastEpoch == _totalIters ? lr * (1.0 / _factor) : lr;
    }

    private protected override double At(int group, double lr) => BaseLrs[group] * (LastEpoch >= _totalIters ? 1 : _factor);

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("factor", ref _factor);
        visitor.Visit("total_iters", ref _totalIters);
    }
}
