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
