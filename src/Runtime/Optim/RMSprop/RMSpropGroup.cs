namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="RMSprop"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class RMSpropGroup(IEnumerable<Parameter> parameters) : WeightDecayGroup(parameters)
{
    private double? _alpha, _eps, _momentum;
    private bool? _centered;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public RMSpropGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>Decay of the running means.</summary>
    public double Alpha
    {
        get => _alpha.GetValueOrDefault();
        set => _alpha = value;
    }

    /// <summary>Added to the denominator.</summary>
    public double Eps
    {
        get => _eps.GetValueOrDefault();
        set => _eps = value;
    }

    /// <summary>Momentum factor.</summary>
    public double Momentum
    {
        get => _momentum.GetValueOrDefault();
        set => _momentum = value;
    }

    /// <summary>Whether the gradient is divided by its standard deviation instead of its root mean square.</summary>
    public bool Centered
    {
        get => _centered.GetValueOrDefault();
        set => _centered = value;
    }

    internal override double? CycledMomentum
    {
        get => Momentum;
        set => _momentum = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("alpha", ref _alpha);
        visitor.Visit("eps", ref _eps);
        visitor.Visit("momentum", ref _momentum);
        visitor.Visit("centered", ref _centered);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(Alpha, "alpha value", "alpha");
        CheckNotNegative(Eps, "epsilon value", "eps");
        CheckNotNegative(Momentum, "momentum value", "momentum");
    }
}
