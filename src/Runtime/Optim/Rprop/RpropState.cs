namespace NnGen.Optim;

/// <summary>What <see cref="Rprop"/> remembers of a parameter.</summary>
public sealed class RpropState : ParameterState
{
    private long _steps;
    private Tensor? _previous, _stepSize;

    /// <summary>The gradient of the step before; zero where its sign had changed.</summary>
    internal Span<float> Previous => _previous!.AsWritableSpan();

    /// <summary>The step size of each element.</summary>
    internal Span<float> StepSize => _stepSize!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("prev", ref _previous);
        visitor.Visit("step_size", ref _stepSize);
    }

    /// <summary>Counts a step, the first of which makes the tensors.</summary>
    internal void Advance(Shape shape, double lr)
    {
        _previous ??= StateTensor.Zeros(shape);
        _stepSize ??= StateTensor.Full(shape, (float)lr);
        _steps++;
    }
}
