namespace NnGen.Optim;

/// <summary>Parameters that are trained with the same hyperparameters. One that is not set is that of the optimizer.</summary>
public abstract class ParameterGroup
{
    private readonly Parameter[] _parameters;
    private double? _lr, _initialLr;

    /// <summary>Makes a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">A parameter is given twice.</exception>
    protected ParameterGroup(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = [.. parameters];
        ParameterNames = (parameters as NamedParameters)?.Names;
        if (_parameters.Distinct().Count() != _parameters.Length)
            throw new ArgumentException("optimizer contains a parameter group with duplicate parameters", nameof(parameters));
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Their names, where the group was made with names; null where it was not.</summary>
    public IReadOnlyList<string>? ParameterNames { get; }

    /// <summary>Learning rate.</summary>
    public double Lr
    {
        get => _lr.GetValueOrDefault();
        set => _lr = value;
    }

    /// <summary>The learning rate that schedulers begin with; null where there is none.</summary>
    internal double? InitialLr
    {
        get => _initialLr;
        set => _initialLr = value;
    }

    /// <summary>What schedulers of the momentum set: the momentum or the first beta; null where the optimizer has neither.</summary>
    internal virtual double? CycledMomentum
    {
        get => null;
        set => throw new InvalidOperationException("The optimizer has no momentum.");
    }

    /// <summary>The parameters, to be enumerated without allocation.</summary>
    internal ReadOnlySpan<Parameter> ParameterSpan => _parameters;

    /// <summary>Names every hyperparameter as PyTorch does, for defaults and the state dict.</summary>
    /// <param name="visitor">Reads or writes each.</param>
    protected internal virtual void VisitOptions(OptionVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("lr", ref _lr);
        visitor.Visit("initial_lr", ref _initialLr);
    }

    /// <summary>Checks the hyperparameters once all are set.</summary>
    /// <exception cref="ArgumentException">One is out of range, or two contradict each other.</exception>
    protected internal virtual void Validate() => CheckNotNegative(Lr, "learning rate", "lr");

    /// <summary>Refuses a negative number and NaN.</summary>
    /// <param name="value">The value.</param>
    /// <param name="description">What it is, as in PyTorch's message.</param>
    /// <param name="name">The name of the constructor's parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    private protected static void CheckNotNegative(double value, string description, string name)
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(name, value, $"Invalid {description}: {value}: it must not be negative.");
    }
}
