namespace NnGen.Optim;

/// <summary>What <see cref="ASGD"/> remembers of a parameter.</summary>
public sealed class ASGDState : ParameterState
{
    private long _steps;
    private float _stepSize, _averageRate = 1;
    private Tensor? _average;

    /// <summary>The step size of the next step.</summary>
    internal float StepSize => _stepSize;

    /// <summary>What part of the way the average goes at the next step.</summary>
    internal float AverageRate => _averageRate;

    /// <summary>The average of the parameter.</summary>
    internal Span<float> Average => _average!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("eta", ref _stepSize);
        visitor.Visit("mu", ref _averageRate);
        visitor.Visit("ax", ref _average);
    }

    /// <summary>Makes the values of the first step.</summary>
    internal void Prepare(Shape shape, double lr)
    {
        if (_average is not null)
            return;
        _average = StateTensor.Zeros(shape);
        _stepSize = (float)lr;
    }

    /// <summary>Counts a step.</summary>
    internal void Advance(ASGDGroup group)
    {
        _steps++;
        _stepSize = (float)(group.Lr / Math.Pow(1 + (group.Lambd * group.Lr * _steps), group.Alpha));
        _averageRate = (float)(1 / Math.Max(1, _steps - group.T0));
    }
}
