namespace NnGen.Optim;

/// <summary>Parameters of <see cref="Adam"/> or a relative of it: two running means with their decays.</summary>
/// <param name="parameters">The parameters.</param>
public abstract class AdaptiveMomentGroup(IEnumerable<Parameter> parameters) : WeightDecayGroup(parameters)
{
    private (double Beta1, double Beta2)? _betas;
    private double? _eps;

    /// <summary>Decay of the running means of the gradient and of its square.</summary>
    public (double Beta1, double Beta2) Betas
    {
        get => _betas.GetValueOrDefault();
        set => _betas = value;
    }

    /// <summary>Added to the denominator.</summary>
    public double Eps
    {
        get => _eps.GetValueOrDefault();
        set => _eps = value;
    }

    internal override double? CycledMomentum
    {
        get => Betas.Beta1;
        set => Betas = (value!.Value, Betas.Beta2);
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("betas", ref _betas);
        visitor.Visit("eps", ref _eps);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(Eps, "epsilon value", "eps");
        CheckBeta(Betas.Beta1, 0);
        CheckBeta(Betas.Beta2, 1);
    }

    private static void CheckBeta(double value, int index)
    {
        if (!(value is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(
                "betas", value, $"Invalid beta parameter at index {index}: {value}: it must be from 0 up to, but not, 1.");
    }
}
