namespace NnGen.Optim;

/// <summary>How <see cref="OneCycleLR"/> moves from one learning rate to the next.</summary>
public enum AnnealStrategy
{
    /// <summary>Along half a cosine.</summary>
    Cos,

    /// <summary>Along a line.</summary>
    Linear,
}

/// <summary>
/// Moves the learning rate up to a largest and then down to far below the first, and the momentum against it (Super-Convergence:
/// Very Fast Training of Neural Networks Using Large Learning Rates, Smith and Topin, 2018):
/// <c>torch.optim.lr_scheduler.OneCycleLR</c>. It counts steps, not epochs.
/// </summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="maxLr">The largest learning rate.</param>
/// <param name="totalSteps">How many steps there are; null: <paramref name="epochs"/> times <paramref name="stepsPerEpoch"/>.</param>
/// <param name="epochs">How many epochs there are.</param>
/// <param name="stepsPerEpoch">How many steps an epoch has.</param>
/// <param name="pctStart">Which part of the steps goes up. Default: 0.3.</param>
/// <param name="annealStrategy">How it moves. Default: along half a cosine.</param>
/// <param name="cycleMomentum">Whether the momentum, or the first beta, moves against the learning rate. Default: true.</param>
/// <param name="baseMomentum">Its lower bound. Default: 0.85.</param>
/// <param name="maxMomentum">Its upper bound. Default: 0.95.</param>
/// <param name="divFactor">The first learning rate is <paramref name="maxLr"/> divided by this. Default: 25.</param>
/// <param name="finalDivFactor">The last one is the first divided by this. Default: 1e4.</param>
/// <param name="threePhase">Whether it goes back to the first learning rate as fast as it came before it goes below. Default: false.</param>
/// <param name="lastEpoch">The last step of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">
/// A number is out of range, not as many are given as there are groups, or the optimizer has no momentum to be cycled.
/// </exception>
public sealed class OneCycleLR(
    Optimizer optimizer,
    PerGroup maxLr,
    int? totalSteps = null,
    int? epochs = null,
    int? stepsPerEpoch = null,
    double pctStart = 0.3,
    AnnealStrategy annealStrategy = AnnealStrategy.Cos,
    bool cycleMomentum = true,
    PerGroup? baseMomentum = null,
    PerGroup? maxMomentum = null,
    double divFactor = 25,
    double finalDivFactor = 1e4,
    bool threePhase = false,
    int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private readonly double[] _maxLrs = maxLr.Of(optimizer, nameof(maxLr));
    private readonly double _pctStart = Check.Factor(pctStart);
    private readonly MomentumCycle? _momentum = cycleMomentum ? new(optimizer, baseMomentum ?? 0.85, maxMomentum ?? 0.95) : null;
    private int _totalSteps = CountSteps(totalSteps, epochs, stepsPerEpoch);

    private enum Height
    {
        Initial,
        Largest,
        Smallest,
    }

    private protected override double[] Begin(bool isNew)
    {
        if (isNew)
        {
            for (int i = 0; i < _maxLrs.Length; i++)
                Optimizer.ParamGroups[i].InitialLr = _maxLrs[i] / divFactor;
            _momentum?.SetHighest(Optimizer);
        }

        return base.Begin(isNew);
    }

    private protected override double Next(int group, double lr)
    {
        if (LastEpoch > _totalSteps)
            throw new InvalidOperationException($"Tried to step {LastEpoch + 1} times. The specified number of total steps is {_totalSteps}");
        var (from, to, part) = Phase();
        _momentum?.Set(Optimizer, group, (lowest, highest) => Anneal(
            from == Height.Largest ? lowest : highest, to == Height.Largest ? lowest : highest, part));
        return Anneal(Lr(group, from), Lr(group, to), part);
    }

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("total_steps", ref _totalSteps);
    }

    private static int CountSteps(int? totalSteps, int? epochs, int? stepsPerEpoch)
    {
        if (totalSteps is { } total)
            return Check.Positive(total, nameof(totalSteps));
        return epochs is { } e && stepsPerEpoch is { } s
            ? Check.Positive(e, nameof(epochs)) * Check.Positive(s, nameof(stepsPerEpoch))
            : throw new ArgumentException("You must define either totalSteps OR (epochs AND stepsPerEpoch)", nameof(totalSteps));
    }

    /// <summary>Between which learning rates the step lies, and which part of the way has been made.</summary>
    private (Height From, Height To, double Part) Phase()
    {
        double start = 0, up = (_pctStart * _totalSteps) - 1, down = (2 * _pctStart * _totalSteps) - 2;
        if (LastEpoch <= up)
            return (Height.Initial, Height.Largest, Part(start, up));
        if (!threePhase)
            return (Height.Largest, Height.Smallest, Part(up, _totalSteps - 1));
        return LastEpoch <= down
            ? (Height.Largest, Height.Initial, Part(up, down))
            : (Height.Initial, Height.Smallest, Part(down, _totalSteps - 1));

        double Part(double from, double to) => (LastEpoch - from) / (to - from);
    }

    private double Lr(int group, Height height) => height switch
    {
        Height.Initial => BaseLrs[group],
        Height.Largest => _maxLrs[group],
        _ => BaseLrs[group] / finalDivFactor,
    };

    private double Anneal(double from, double to, double part) => annealStrategy == AnnealStrategy.Linear
        ? ((to - from) * part) + from
        : to + ((from - to) / 2 * (Math.Cos(Math.PI * part) + 1));
}
