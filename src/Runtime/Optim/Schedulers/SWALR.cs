namespace NnGen.Optim;

/// <summary>
/// Moves the learning rate to a constant one, with which weights are averaged (Averaging Weights Leads to Wider Optima and Better
/// Generalization, Izmailov et al., 2018): <c>torch.optim.swa_utils.SWALR</c>.
/// </summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="swaLr">The constant learning rate.</param>
/// <param name="annealEpochs">After how many epochs it is reached. Default: 10.</param>
/// <param name="annealStrategy">How it is reached. Default: along half a cosine.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">A number is out of range, or not as many are given as there are groups.</exception>
public sealed class SWALR(
    Optimizer optimizer, PerGroup swaLr, int annealEpochs = 10, AnnealStrategy annealStrategy = AnnealStrategy.Cos, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private readonly double[] _swaLrs = swaLr.Of(optimizer, nameof(swaLr));
    private int _annealEpochs = Check.NotNegative(annealEpochs);

    private protected override double Next(int group, double lr)
    {
        int step = StepCount - 1;
        if (_annealEpochs == 0)
            step = Math.Max(1, step);
        double before = Part(step - 1), now = Part(step), target = _swaLrs[group];
        double start = before == 1 ? target : (lr - (before * target)) / (1 - before);
        return (target * now) + (start * (1 - now));
    }

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("anneal_epochs", ref _annealEpochs);
    }

    /// <summary>Which part of the way has been made.</summary>
    private double Part(int step)
    {
        double time = Math.Clamp((double)step / Math.Max(1, _annealEpochs), 0, 1);
        return annealStrategy == AnnealStrategy.Linear ? time : (1 - Math.Cos(Math.PI * time)) / 2;
    }
}
