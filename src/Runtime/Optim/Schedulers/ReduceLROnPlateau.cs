namespace NnGen.Optim;

/// <summary>What <see cref="ReduceLROnPlateau"/> takes for better.</summary>
public enum PlateauMode
{
    /// <summary>Less, as with a loss.</summary>
    Min,

    /// <summary>More, as with an accuracy.</summary>
    Max,
}

/// <summary>What the threshold of <see cref="ReduceLROnPlateau"/> is.</summary>
public enum ThresholdMode
{
    /// <summary>A part of the best value.</summary>
    Rel,

    /// <summary>A difference to the best value.</summary>
    Abs,
}

/// <summary>
/// Multiplies the learning rate by a factor when a metric has not become better for some epochs:
/// <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>.
/// </summary>
public sealed class ReduceLROnPlateau : IStateful
{
    private readonly Optimizer _optimizer;
    private readonly PlateauMode _mode;
    private readonly ThresholdMode _thresholdMode;
    private readonly double[] _minLrs;
    private double _factor, _threshold, _eps, _best;
    private int _patience, _cooldown, _lastEpoch, _badEpochs, _cooldownCounter;
    private double[] _lastLr;

    /// <summary>Begins a schedule.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="mode">What is better. Default: less.</param>
    /// <param name="factor">The factor, below 1. Default: 0.1.</param>
    /// <param name="patience">For how many epochs the metric need not become better. Default: 10.</param>
    /// <param name="threshold">By how much it must become better to count. Default: 1e-4.</param>
    /// <param name="thresholdMode">Whether that is a part of the best value (default) or a difference.</param>
    /// <param name="cooldown">For how many epochs after a change nothing is counted. Default: 0.</param>
    /// <param name="minLr">The smallest learning rate. Default: 0.</param>
    /// <param name="eps">A smaller change of the learning rate is not made. Default: 1e-8.</param>
    /// <exception cref="ArgumentException">A number is out of range, or not as many are given as there are groups.</exception>
    public ReduceLROnPlateau(
        Optimizer optimizer,
        PlateauMode mode = PlateauMode.Min,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        ThresholdMode thresholdMode = ThresholdMode.Rel,
        int cooldown = 0,
        PerGroup? minLr = null,
        double eps = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (!(factor < 1))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Factor should be < 1.0.");
        _optimizer = optimizer;
        (_mode, _thresholdMode) = (mode, thresholdMode);
        _minLrs = (minLr ?? 0).Of(optimizer, nameof(minLr));
        (_factor, _threshold, _eps) = (factor, threshold, eps);
        (_patience, _cooldown) = (Check.NotNegative(patience), Check.NotNegative(cooldown));
        _best = mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity;
        _lastLr = Lrs();
    }

    /// <summary>How many epochs have been counted.</summary>
    public int LastEpoch => _lastEpoch;

    /// <summary>The best value of the metric.</summary>
    public double Best => _best;

    /// <summary>The learning rate of each parameter group after the last <see cref="Step"/>.</summary>
    public IReadOnlyList<double> GetLastLr() => _lastLr;

    /// <summary>Counts an epoch.</summary>
    /// <param name="metrics">The metric after it. NaN is not better.</param>
    public void Step(double metrics)
    {
        _lastEpoch++;
        if (IsBetter(metrics))
            (_best, _badEpochs) = (metrics, 0);
        else
            _badEpochs++;
        if (_cooldownCounter > 0)
        {
            _cooldownCounter--;
            _badEpochs = 0;
        }

        if (_badEpochs > _patience)
        {
            Reduce();
            (_cooldownCounter, _badEpochs) = (_cooldown, 0);
        }

        _lastLr = Lrs();
    }

    /// <inheritdoc/>
    public TorchDict StateDict() => SchedulerState.Write(VisitState);

    /// <inheritdoc/>
    public void LoadStateDict(TorchDict state) => SchedulerState.Read(state, VisitState);

    private void VisitState(SchedulerVisitor visitor)
    {
        visitor.Visit("factor", ref _factor);
        visitor.Visit("patience", ref _patience);
        visitor.Visit("cooldown", ref _cooldown);
        visitor.Visit("cooldown_counter", ref _cooldownCounter);
        visitor.Visit("threshold", ref _threshold);
        visitor.Visit("best", ref _best);
        visitor.Visit("num_bad_epochs", ref _badEpochs);
        visitor.Visit("eps", ref _eps);
        visitor.Visit("last_epoch", ref _lastEpoch);
        visitor.Visit("_last_lr", ref _lastLr);
    }

    private bool IsBetter(double value) => (_mode, _thresholdMode) switch
    {
        (PlateauMode.Min, ThresholdMode.Rel) => value < _best * (1 - _threshold),
        (PlateauMode.Min, _) => value < _best - _threshold,
        (_, ThresholdMode.Rel) => value > _best * (1 + _threshold),
        _ => value > _best + _threshold,
    };

    private void Reduce()
    {
        for (int i = 0; i < _minLrs.Length; i++)
        {
            var group = _optimizer.ParamGroups[i];
            double reduced = Math.Max(group.Lr * _factor, _minLrs[i]);
            if (group.Lr - reduced > _eps)
                group.Lr = reduced;
        }
    }

    private double[] Lrs() => [.. _optimizer.ParamGroups.Select(group => group.Lr)];
}
