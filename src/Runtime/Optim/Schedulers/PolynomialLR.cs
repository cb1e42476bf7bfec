namespace NnGen.Optim;

/// <summary>Lets the learning rate fall to zero along a power of the time that is left: <c>torch.optim.lr_scheduler.PolynomialLR</c>.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="totalIters">After how many epochs it is zero. Default: 5.</param>
/// <param name="power">The power. Default: 1.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException"><paramref name="totalIters"/> is not positive, or an interrupted schedule does not know its beginning.</exception>
public sealed class PolynomialLR(Optimizer optimizer, int totalIters = 5, double power = 1, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private int _totalIters = Check.Positive(totalIters);
    private double _power = power;

    private protected override double Next(int group, double lr)
    {
        if (LastEpoch == 0 || LastEpoch > _totalIters)
            return lr;
        double left = 1 - ((double)LastEpoch / _totalIters), before = 1 - ((double)(LastEpoch - 1) / _totalIters);
        return lr * Math.Pow(left / before, _power);
    }

    private protected override double At(int group, double lr)
        => BaseLrs[group] * Math.Pow(1 - ((double)Math.Min(_totalIters, LastEpoch) / _totalIters), _power);

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("total_iters", ref _totalIters);
        visitor.Visit("power", ref _power);
    }
}
