namespace NnGen.Optim;

/// <summary>What <see cref="Adamax"/> remembers of a parameter.</summary>
public sealed class AdamaxState : ParameterState
{
    private long _steps;
    private Tensor? _mean, _largest;

    /// <summary>The running mean of the gradient.</summary>
    internal Span<float> Mean => _mean!.AsWritableSpan();

    /// <summary>The decaying largest magnitude of the gradient.</summary>
    internal Span<float> Largest => _largest!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("exp_avg", ref _mean);
        visitor.Visit("exp_inf", ref _largest);
    }

    /// <summary>Counts a step, the first of which makes the tensors.</summary>
    internal long Advance(Shape shape)
    {
        _mean ??= StateTensor.Zeros(shape);
        _largest ??= StateTensor.Zeros(shape);
        return ++_steps;
    }
}
