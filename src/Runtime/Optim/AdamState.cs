namespace NnGen.Optim;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> remember of a parameter.</summary>
public sealed class AdamState : ParameterState
{
    private long _steps;
    private Tensor? _mean, _square, _maximum;

    /// <summary>The running mean of the gradient.</summary>
    internal Span<float> Mean => _mean!.AsWritableSpan();

    /// <summary>The running mean of its square.</summary>
    internal Span<float> Square => _square!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("exp_avg", ref _mean);
        visitor.Visit("exp_avg_sq", ref _square);
        visitor.Visit("max_exp_avg_sq", ref _maximum);
    }

    /// <summary>The largest mean square so far; empty where it is not used.</summary>
    internal Span<float> Maximum(bool amsgrad) => amsgrad ? _maximum!.AsWritableSpan() : default;

    /// <summary>Counts a step, the first of which makes the tensors.</summary>
    internal long Advance(Shape shape, bool amsgrad)
    {
        _mean ??= StateTensor.Zeros(shape);
        _square ??= StateTensor.Zeros(shape);
        if (amsgrad)
            _maximum ??= StateTensor.Zeros(shape);
        return ++_steps;
    }
}
