namespace NnGen.Optim;

/// <summary>What <see cref="RMSprop"/> remembers of a parameter.</summary>
public sealed class RMSpropState : ParameterState
{
    private long _steps;
    private Tensor? _square, _mean, _momentumBuffer;

    /// <summary>The running mean of the gradient's square.</summary>
    internal Span<float> Square => _square!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("square_avg", ref _square);
        visitor.Visit("grad_avg", ref _mean);
        visitor.Visit("momentum_buffer", ref _momentumBuffer);
    }

    /// <summary>Counts a step, the first of which makes the tensor.</summary>
    internal void Advance(Shape shape)
    {
        _square ??= StateTensor.Zeros(shape);
        _steps++;
    }

    /// <summary>The running mean of the gradient; empty where it is not used.</summary>
    internal Span<float> Mean(bool centered, Shape shape) => centered ? (_mean ??= StateTensor.Zeros(shape)).AsWritableSpan() : default;

    /// <summary>The momentum buffer; empty where there is no momentum.</summary>
    internal Span<float> MomentumBuffer(double momentum, Shape shape)
        => momentum > 0 ? (_momentumBuffer ??= StateTensor.Zeros(shape)).AsWritableSpan() : default;
}
