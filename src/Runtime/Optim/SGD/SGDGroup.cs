namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="SGD"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class SGDGroup(IEnumerable<Parameter> parameters) : WeightDecayGroup(parameters)
{
    private double? _momentum, _dampening;
    private bool? _nesterov;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public SGDGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>Momentum factor.</summary>
    public double Momentum
    {
        get => _momentum.GetValueOrDefault();
        set => _momentum = value;
    }

    /// <summary>Dampening of the momentum.</summary>
    public double Dampening
    {
        get => _dampening.GetValueOrDefault();
        set => _dampening = value;
    }

    /// <summary>Whether the momentum is Nesterov's.</summary>
    public bool Nesterov
    {
        get => _nesterov.GetValueOrDefault();
        set => _nesterov = value;
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
        visitor.Visit("momentum", ref _momentum);
        visitor.Visit("dampening", ref _dampening);
        visitor.Visit("nesterov", ref _nesterov);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(Momentum, "momentum value", "momentum");
        if (Nesterov && (Momentum <= 0 || Dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening", "nesterov");
    }
}
