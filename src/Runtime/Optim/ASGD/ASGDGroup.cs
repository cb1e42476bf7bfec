namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="ASGD"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class ASGDGroup(IEnumerable<Parameter> parameters) : WeightDecayGroup(parameters)
{
    private double? _lambd, _alpha, _t0;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public ASGDGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>Decay of the weights.</summary>
    public double Lambd
    {
        get => _lambd.GetValueOrDefault();
        set => _lambd = value;
    }

    /// <summary>Power with which the step size shrinks.</summary>
    public double Alpha
    {
        get => _alpha.GetValueOrDefault();
        set => _alpha = value;
    }

    /// <summary>After how many steps averaging begins.</summary>
    public double T0
    {
        get => _t0.GetValueOrDefault();
        set => _t0 = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("lambd", ref _lambd);
        visitor.Visit("alpha", ref _alpha);
        visitor.Visit("t0", ref _t0);
    }
}
