namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Rprop"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class RpropGroup(IEnumerable<Parameter> parameters) : ParameterGroup(parameters)
{
    private (double Minus, double Plus)? _etas;
    private (double Min, double Max)? _stepSizes;
    private bool? _maximize;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public RpropGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>Factors of a step size after the gradient has changed its sign, and after it has kept it.</summary>
    public (double Minus, double Plus) Etas
    {
        get => _etas.GetValueOrDefault();
        set => _etas = value;
    }

    /// <summary>The smallest and the largest step size.</summary>
    public (double Min, double Max) StepSizes
    {
        get => _stepSizes.GetValueOrDefault();
        set => _stepSizes = value;
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
        visitor.Visit("etas", ref _etas);
        visitor.Visit("step_sizes", ref _stepSizes);
        visitor.Visit("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        if (!(Etas is { Minus: > 0 and < 1, Plus: > 1 }))
            throw new ArgumentOutOfRangeException(
                "etas", Etas, $"Invalid eta values: {Etas.Minus}, {Etas.Plus}: the first must lie between 0 and 1, the second above 1.");
    }
}
