namespace NnGen.Optim;

/// <summary>What <see cref="Adam"/> and its relatives remember of a parameter: the steps and two running means.</summary>
public abstract class AdaptiveMomentState : ParameterState
{
    private long _steps;
    private Tensor? _mean, _square;

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
    }

    /// <summary>Counts a step, the first of which makes the tensors.</summary>
    internal long Advance(Shape shape)
    {
        _mean ??= StateTensor.Zeros(shape);
        _square ??= StateTensor.Zeros(shape);
        return ++_steps;
    }
}
