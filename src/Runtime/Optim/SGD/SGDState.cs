namespace NnGen.Optim;

/// <summary>What <see cref="SGD"/> remembers of a parameter.</summary>
public sealed class SGDState : ParameterState
{
    private Tensor? _momentumBuffer;

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor) => visitor.Visit("momentum_buffer", ref _momentumBuffer);

    /// <summary>The momentum buffer; empty where there is no momentum.</summary>
    internal Span<float> Buffer(double momentum) => momentum == 0 ? default : _momentumBuffer!.AsWritableSpan();

    /// <summary>Makes the momentum buffer at the first step that needs it, which then sets it to the gradient.</summary>
    internal void PrepareBuffer(Shape shape, out bool isFirst)
    {
        isFirst = _momentumBuffer is null;
        _momentumBuffer ??= StateTensor.Zeros(shape);
    }
}
