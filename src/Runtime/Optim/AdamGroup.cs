namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Adam"/> and <see cref="AdamW"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class AdamGroup(IEnumerable<Parameter> parameters) : ParameterGroup(parameters)
{
    private (double Beta1, double Beta2)? _betas;
    private double? _eps, _weightDecay;
    private bool? _amsgrad, _maximize;

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

    /// <summary>L2 penalty; with <see cref="AdamW"/>, what part of a weight a step takes away, times the learning rate.</summary>
    public double WeightDecay
    {
        get => _weightDecay.GetValueOrDefault();
        set => _weightDecay = value;
    }

    /// <summary>Whether the largest mean square so far is used.</summary>
    public bool Amsgrad
    {
        get => _amsgrad.GetValueOrDefault();
        set => _amsgrad = value;
    }

    /// <summary>Whether to go up the gradient.</summary>
    public bool Maximize
    {
        get => _maximize.GetValueOrDefault();
        set => _maximize = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("betas", ref _betas);
        visitor.Visit("eps", ref _eps);
        visitor.Visit("weight_decay", ref _weightDecay);
        visitor.Visit("amsgrad", ref _amsgrad);
        visitor.Visit("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(Eps, "epsilon value", "eps");
        CheckBeta(Betas.Beta1, 0);
        CheckBeta(Betas.Beta2, 1);
        CheckNotNegative(WeightDecay, "weight_decay value", "weightDecay");
    }

    private static void CheckBeta(double value, int index)
    {
        if (!(value is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(
                "betas", value, $"Invalid beta parameter at index {index}: {value}: it must be from 0 up to, but not, 1.");
    }
}
