namespace NnGen.Optim;

/// <summary>
/// Lets the learning rate follow half a cosine down to a smallest, and up again where the schedule goes on (SGDR: Stochastic
/// Gradient Descent with Warm Restarts, Loshchilov and Hutter, 2017, without the restarts):
/// <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>.
/// </summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="tMax">After how many epochs the learning rate is smallest.</param>
/// <param name="etaMin">The smallest learning rate. Default: 0.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException"><paramref name="tMax"/> is not positive, or an interrupted schedule does not know its beginning.</exception>
public sealed class CosineAnnealingLR(Optimizer optimizer, int tMax, double etaMin = 0, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private int _tMax = Check.Positive(tMax);
    private double _etaMin = etaMin;

    private protected override double Next(int group, double lr)
    {
        if (LastEpoch == 0)
            return lr;
        if (StepCount == 1)
            return At(group, lr);                               // an interrupted schedule goes on
        if ((LastEpoch - 1 - _tMax) % (2 * _tMax) == 0)
            return lr + ((BaseLrs[group] - _etaMin) * (1 - Math.Cos(Math.PI / _tMax)) / 2);
        return (Height(LastEpoch) / Height(LastEpoch - 1) * (lr - _etaMin)) + _etaMin;
    }

    private protected override double At(int group, double lr) => _etaMin + ((BaseLrs[group] - _etaMin) * Height(LastEpoch) / 2);

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("T_max", ref _tMax);
        visitor.Visit("eta_min", ref _etaMin);
    }

    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / _tMax);
}
