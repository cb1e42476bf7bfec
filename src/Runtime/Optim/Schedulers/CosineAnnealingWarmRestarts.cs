namespace NnGen.Optim;

/// <summary>
/// Lets the learning rate follow half a cosine down to a smallest, again and again, from the first learning rate each time (SGDR:
/// Stochastic Gradient Descent with Warm Restarts, Loshchilov and Hutter, 2017):
/// <c>torch.optim.lr_scheduler.CosineAnnealingWarmRestarts</c>.
/// </summary>
/// <param name="optimizer">The optimizer.</param>
/// <param name="t0">How many epochs the first period has.</param>
/// <param name="tMult">How many times as long a period is as the one before. Default: 1.</param>
/// <param name="etaMin">The smallest learning rate. Default: 0.</param>
/// <param name="lastEpoch">The last epoch of an interrupted schedule. Default: -1, a new one.</param>
/// <exception cref="ArgumentException">A number is not positive, or an interrupted schedule does not know its beginning.</exception>
public sealed class CosineAnnealingWarmRestarts(Optimizer optimizer, int t0, int tMult = 1, double etaMin = 0, int lastEpoch = -1)
    : FormulaLRScheduler(optimizer, lastEpoch)
{
    private int _t0 = Check.Positive(t0), _tMult = Check.Positive(tMult), _period = t0;
    private double _etaMin = etaMin, _current = lastEpoch;

    /// <inheritdoc/>
    public override void Step()
    {
        if (LastEpoch < 0)
        {
            Step(0);
            return;
        }

        _current++;
        if (_current >= _period)
        {
            _current -= _period;
            _period *= _tMult;
        }

        base.Step();
    }

    /// <summary>Sets the learning rates of a moment, also within an epoch: <c>epoch + batch / batches</c>.</summary>
    /// <param name="epoch">How many epochs have passed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public void Step(double epoch)
    {
        if (!(epoch >= 0))
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"Expected non-negative epoch, but got {epoch}");
        (_current, _period) = (epoch, _t0);
        if (epoch >= _t0 && _tMult == 1)
        {
            _current = epoch % _t0;
        }
        else if (epoch >= _t0)
        {
            int restarts = (int)Math.Log((epoch / _t0 * (_tMult - 1)) + 1, _tMult);
            _current = epoch - (_t0 * (Math.Pow(_tMult, restarts) - 1) / (_tMult - 1));
            _period = (int)(_t0 * Math.Pow(_tMult, restarts));
        }

        StepCount++;
        LastEpoch = (int)epoch;
        SetLr(Next);
    }

    internal override void Restart() => Step(0);

    private protected override double Next(int group, double lr)
        => _etaMin + ((BaseLrs[group] - _etaMin) * (1 + Math.Cos(Math.PI * _current / _period)) / 2);

    private protected override void VisitState(SchedulerVisitor visitor)
    {
        base.VisitState(visitor);
        visitor.Visit("T_0", ref _t0);
        visitor.Visit("T_i", ref _period);
        visitor.Visit("T_mult", ref _tMult);
        visitor.Visit("eta_min", ref _etaMin);
        visitor.Visit("T_cur", ref _current);
    }
}
