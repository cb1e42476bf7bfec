namespace NnGen.Optim;

/// <summary>Multiplies the learning rate by a factor every few epochs: <c>torch.optim.lr_scheduler.StepLR</c>.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="stepSize">After how many epochs.</param>
/// <param name="gamma">The factor. Default: 0.1.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException"><paramref name="stepSize"/> is not positive, or an interrupted schedule does not know its beginning.</exception>
public sealed class StepLR(Optimizer optimizer, int stepSize, double gamma = 0.1, int lastEpoch = -1) : FormulaLRScheduler(optimizer, lastEpoch)
{
    private int _stepSize = Check.Positive(stepSize);
    private double _gamma = gamma;

    private protected override double Next(int group, double lr) => LastEpoch == 0 || LastEpoch % _stepSize != 0 ? lr : lr * _gamma;

    private protected override double At(int group, double lr) => BaseLrs[group] * Math.Pow(_gamma, LastEpoch / _stepSize);

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("step_size", ref _stepSize);
        visitor.Visit("gamma", ref _gamma);
    }
}
