namespace NnGen.Optim;

/// <summary>Multiplies the learning rate before by a function of the epoch: <c>torch.optim.lr_scheduler.MultiplicativeLR</c>.</summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="lrLambdas">Give the factors of an epoch, one for each parameter group. They are not part of the state.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">There are more or fewer functions than groups, or an interrupted schedule does not know its beginning.</exception>
public sealed class MultiplicativeLR(Optimizer optimizer, IReadOnlyList<Func<int, double>> lrLambdas, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private readonly IReadOnlyList<Func<int, double>> _lrLambdas = LrFunctions.ForEach(optimizer, lrLambdas);

    /// <summary>One function for all parameter groups.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lrLambda">Gives the factor of an epoch. It is not part of the state.</param>
    /// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
    /// <exception cref="ArgumentException">An interrupted schedule does not know its beginning.</exception>
    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lrLambda, int lastEpoch = -1)
        : this(optimizer, LrFunctions.ForAll(optimizer, lrLambda), lastEpoch)
    {
    }

    private protected override double Next(int group, double lr) => LastEpoch > 0 ? lr * _lrLambdas[group](LastEpoch) : lr;

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.VisitFunctions("lr_lambdas", _lrLambdas.Count);
    }
}
