namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="SGD"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class SGDGroup(IEnumerable<Parameter> parameters) : ParameterGroup(parameters)
{
    private double? _momentum, _dampening, _weightDecay;
    private bool? _nesterov, _maximize;

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

    /// <summary>L2 penalty.</summary>
    public double WeightDecay
    {
        get => _weightDecay.GetValueOrDefault();
        set => _weightDecay = value;
    }

    /// <summary>Whether the momentum is Nesterov's.</summary>
    public bool Nesterov
    {
        get => _nesterov.GetValueOrDefault();
        set => _nesterov = value;
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
        visitor.Visit("momentum", ref _momentum);
        visitor.Visit("dampening", ref _dampening);
        visitor.Visit("weight_decay", ref _weightDecay);
        visitor.Visit("nesterov", ref _nesterov);
        visitor.Visit("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(Momentum, "momentum value", "momentum");
        CheckNotNegative(WeightDecay, "weight_decay value", "weightDecay");
        if (Nesterov && (Momentum <= 0 || Dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening", "nesterov");
    }
}
