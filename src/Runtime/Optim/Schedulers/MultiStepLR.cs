namespace NnGen.Optim;

/// <summary>Multiplies the learning rate by a factor at given epochs: <c>torch.optim.lr_scheduler.MultiStepLR</c>.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="milestones">The epochs; one that is given twice counts twice.</param>
/// <param name="gamma">The factor. Default: 0.1.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">An interrupted schedule does not know its beginning.</exception>
public sealed class MultiStepLR(Optimizer optimizer, IEnumerable<int> milestones, double gamma = 0.1, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private readonly int[] _milestones = [.. milestones];
    private double _gamma = gamma;

    private protected override double Next(int group, double lr) => lr * Math.Pow(_gamma, _milestones.Count(epoch => epoch == LastEpoch));

    private protected override double At(int group, double lr)
        => BaseLrs[group] * Math.Pow(_gamma, _milestones.Count(epoch => epoch <= LastEpoch));

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("gamma", ref _gamma);
    }
}
