namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Adagrad"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class AdagradGroup(IEnumerable<Parameter> parameters) : WeightDecayGroup(parameters)
{
    private double? _lrDecay, _initialAccumulatorValue, _eps;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public AdagradGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>By how much the learning rate shrinks with the steps: lr / (1 + steps · lrDecay).</summary>
    public double LrDecay
    {
        get => _lrDecay.GetValueOrDefault();
        set => _lrDecay = value;
    }

    /// <summary>With what the sums of squares begin.</summary>
    public double InitialAccumulatorValue
    {
        get => _initialAccumulatorValue.GetValueOrDefault();
        set => _initialAccumulatorValue = value;
    }

    /// <summary>Added to the denominator.</summary>
    public double Eps
    {
        get => _eps.GetValueOrDefault();
        set => _eps = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("lr_decay", ref _lrDecay);
        visitor.Visit("initial_accumulator_value", ref _initialAccumulatorValue);
        visitor.Visit("eps", ref _eps);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(LrDecay, "lr_decay value", "lrDecay");
        CheckNotNegative(InitialAccumulatorValue, "initial_accumulator_value value", "initialAccumulatorValue");
        CheckNotNegative(Eps, "epsilon value", "eps");
    }
}
