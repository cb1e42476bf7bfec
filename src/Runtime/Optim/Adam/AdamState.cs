namespace NnGen.Optim;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> remember of a parameter.</summary>
public sealed class AdamState : AdaptiveMomentState
{
    private Tensor? _maximum;

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        base.VisitValues(visitor);
        visitor.Visit("max_exp_avg_sq", ref _maximum);
    }

    /// <summary>The largest mean square so far; empty where it is not used.</summary>
    internal Span<float> Maximum(bool amsgrad, Shape shape) => amsgrad ? (_maximum ??= StateTensor.Zeros(shape)).AsWritableSpan() : default;
}
