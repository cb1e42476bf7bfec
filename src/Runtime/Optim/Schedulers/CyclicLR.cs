namespace NnGen.Optim;

/// <summary>How the height of a cycle of <see cref="CyclicLR"/> changes.</summary>
public enum CyclicMode
{
    /// <summary>It stays.</summary>
    Triangular,

    /// <summary>It is halved after each cycle.</summary>
    Triangular2,

    /// <summary>It is multiplied by gamma in each step.</summary>
    ExpRange,
}

/// <summary>What the function of <see cref="CyclicLR"/> is of.</summary>
public enum CyclicScale
{
    /// <summary>The number of the cycle, from 1.</summary>
    Cycle,

    /// <summary>The number of the step, from 0.</summary>
    Iterations,
}

/// <summary>
/// Moves the learning rate up and down between two bounds, and the momentum against it (Cyclical Learning Rates for Training Neural
/// Networks, Smith, 2017): <c>torch.optim.lr_scheduler.CyclicLR</c>. It counts steps, not epochs.
/// </summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="baseLr">The lower bound.</param>
/// <param name="maxLr">The upper bound.</param>
/// <param name="stepSizeUp">How many steps up. Default: 2000.</param>
/// <param name="stepSizeDown">How many steps down. Default: as many.</param>
/// <param name="mode">How the height of a cycle changes. Default: not at all.</param>
/// <param name="gamma">The factor of <see cref="CyclicMode.ExpRange"/>. Default: 1.</param>
/// <param name="scaleFn">What the height is multiplied by, instead of <paramref name="mode"/>. It is not part of the state.</param>
/// <param name="scaleMode">What <paramref name="scaleFn"/> is of. Default: the cycle.</param>
/// <param name="cycleMomentum">Whether the momentum, or the first beta, moves against the learning rate. Default: true.</param>
/// <param name="baseMomentum">Its lower bound. Default: 0.8.</param>
/// <param name="maxMomentum">Its upper bound. Default: 0.9.</param>
/// <param name="lastEpoch">The last step of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">
/// A number is out of range, not as many are given as there are groups, or the optimizer has no momentum to be cycled.
/// </exception>
public sealed class CyclicLR(
    Optimizer optimizer,
    PerGroup baseLr,
    PerGroup maxLr,
    int stepSizeUp = 2000,
    int? stepSizeDown = null,
    CyclicMode mode = CyclicMode.Triangular,
    double gamma = 1,
    Func<double, double>? scaleFn = null,
    CyclicScale scaleMode = CyclicScale.Cycle,
    bool cycleMomentum = true,
    PerGroup? baseMomentum = null,
    PerGroup? maxMomentum = null,
    int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private readonly double[] _maxLrs = maxLr.Of(optimizer, nameof(maxLr));
    private readonly MomentumCycle? _momentum
        = cycleMomentum ? new(optimizer, baseMomentum ?? 0.8, maxMomentum ?? 0.9) : null;
    private readonly CyclicScale _scaleMode = scaleFn is not null ? scaleMode : mode == CyclicMode.ExpRange ? CyclicScale.Iterations : CyclicScale.Cycle;
    private double _totalSize = Check.Positive(stepSizeUp) + Check.Positive(stepSizeDown ?? stepSizeUp, nameof(stepSizeDown));
    private double _stepRatio = stepSizeUp / (double)(stepSizeUp + (stepSizeDown ?? stepSizeUp));
    private double _gamma = gamma;

    private protected override double[] Begin(bool isNew)
    {
        double[] baseLrs = baseLr.Of(Optimizer, nameof(baseLr));
        if (isNew)
        {
            for (int i = 0; i < baseLrs.Length; i++)
                Optimizer.ParamGroups[i].Lr = baseLrs[i];
            _momentum?.SetLowest(Optimizer);
        }

        base.Begin(isNew);
        return baseLrs;
    }

    private protected override double Next(int group, double lr)
    {
        double cycle = Math.Floor(1 + (LastEpoch / _totalSize)), x = 1 + (LastEpoch / _totalSize) - cycle;
        double height = x <= _stepRatio ? x / _stepRatio : (x - 1) / (_stepRatio - 1);
        height *= Scale(_scaleMode == CyclicScale.Cycle ? cycle : LastEpoch);
        _momentum?.Lower(Optimizer, group, height);
        return BaseLrs[group] + ((_maxLrs[group] - BaseLrs[group]) * height);
    }

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("total_size", ref _totalSize);
        visitor.Visit("step_ratio", ref _stepRatio);
        visitor.Visit("gamma", ref _gamma);
    }

    private double Scale(double x)
    {
        if (scaleFn is not null)
            return scaleFn(x);
        return mode switch
        {
            CyclicMode.Triangular2 => 1 / Math.Pow(2, x - 1),
            CyclicMode.ExpRange => Math.Pow(_gamma, x),
            _ => 1,
        };
    }
}
