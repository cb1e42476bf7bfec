namespace NnGen.Optim;

/// <summary>Multiplies the learning rate by a factor every epoch: <c>torch.optim.lr_scheduler.ExponentialLR</c>.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="gamma">The factor.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">An interrupted schedule does not know its beginning.</exception>
public sealed class ExponentialLR(Optimizer optimizer, double gamma, int lastEpoch = -1) : FormulaLRScheduler(optimizer, lastEpoch)
{
    private double _gamma = gamma;

    private protected override double Next(int group, double lr) => LastEpoch == 0 ? lr : lr * _gamma;

    private protected override double At(int group, double lr) => BaseLrs[group] * Math.Pow(_gamma, LastEpoch);

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("gamma", ref _gamma);
    }
}
