namespace NnGen.Optim;

/// <summary>What <see cref="Adagrad"/> remembers of a parameter.</summary>
public sealed class AdagradState : ParameterState
{
    private long _steps;
    private Tensor? _sum;

    /// <summary>The sum of the squares of all gradients.</summary>
    internal Span<float> Sum => _sum!.AsWritableSpan();

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("step", ref _steps);
        visitor.Visit("sum", ref _sum);
    }

    /// <summary>Counts a step, the first of which makes the tensor.</summary>
    internal long Advance(Shape shape, double initialSum)
    {
        _sum ??= StateTensor.Full(shape, (float)initialSum);
        return ++_steps;
    }
}
