namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="NAdam"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class NAdamGroup(IEnumerable<Parameter> parameters) : AdaptiveMomentGroup(parameters)
{
    private double? _momentumDecay;
    private bool? _decoupledWeightDecay;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public NAdamGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>How fast the momentum grows towards the first beta.</summary>
    public double MomentumDecay
    {
        get => _momentumDecay.GetValueOrDefault();
        set => _momentumDecay = value;
    }

    /// <summary>Whether the decay shrinks the weights themselves.</summary>
    public bool DecoupledWeightDecay
    {
        get => _decoupledWeightDecay.GetValueOrDefault();
        set => _decoupledWeightDecay = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("momentum_decay", ref _momentumDecay);
        visitor.Visit("decoupled_weight_decay", ref _decoupledWeightDecay);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(MomentumDecay, "momentum_decay value", "momentumDecay");
    }
}
