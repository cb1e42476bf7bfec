namespace NnGen.Optim;

/// <summary>What <see cref="Adadelta"/> remembers of a parameter.</summary>
public sealed class AdadeltaState : ParameterState
{
    private long _steps;
    private Tensor? _square, _squareOfChanges;

    /// <summary>The running mean of the gradient's square.</summary>
    internal Span<float> Square => _square!.AsWritableSpan();

    /// <summary>The running mean of the square of the changes, before the learning rate.</summary>
    internal Span<float> SquareOfChanges => _squareOfChanges!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("square_avg", ref _square);
        visitor.Visit("acc_delta", ref _squareOfChanges);
    }

    /// <summary>Counts a step, the first of which makes the tensors.</summary>
    internal void Advance(Shape shape)
    {
        _square ??= StateTensor.Zeros(shape);
        _squareOfChanges ??= StateTensor.Zeros(shape);
        _steps++;
    }
}
