namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="RAdam"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class RAdamGroup(IEnumerable<Parameter> parameters) : AdaptiveMomentGroup(parameters)
{
    private bool? _decoupledWeightDecay;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public RAdamGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
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
        visitor.Visit("decoupled_weight_decay", ref _decoupledWeightDecay);
    }
}
