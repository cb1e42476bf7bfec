namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Adadelta"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class AdadeltaGroup(IEnumerable<Parameter> parameters) : WeightDecayGroup(parameters)
{
    private double? _rho, _eps;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public AdadeltaGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>Decay of the running means of squares.</summary>
    public double Rho
    {
        get => _rho.GetValueOrDefault();
        set => _rho = value;
    }

    /// <summary>Added under the roots.</summary>
    public double Eps
    {
        get => _eps.GetValueOrDefault();
        set => _eps = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("rho", ref _rho);
        visitor.Visit("eps", ref _eps);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        if (!(Rho is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException("rho", Rho, $"Invalid rho value: {Rho}: it must be from 0 to 1.");
        CheckNotNegative(Eps, "epsilon value", "eps");
    }
}
