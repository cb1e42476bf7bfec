namespace NnGen.Optim;

/// <summary>What <see cref="NAdam"/> remembers of a parameter.</summary>
public sealed class NAdamState : AdaptiveMomentState
{
    private float _momentumProduct = 1;

    /// <summary>The product of the momentums of all steps.</summary>
    internal ref float MomentumProduct => ref _momentumProduct;

    /// <inheritdoc/>
    protected internal override void VisitValues(StateVisitor visitor)
    {
        base.VisitValues(visitor);
        visitor.Visit("mu_product", ref _momentumProduct);
    }
}
