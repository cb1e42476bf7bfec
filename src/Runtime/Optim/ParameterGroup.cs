namespace NnGen.Optim;

/// <summary>Parameters that are trained with the same hyperparameters. One that is not set is that of the optimizer.</summary>
public abstract class ParameterGroup
{
    private readonly Parameter[] _parameters;
    private double? _lr;

    /// <summary>Makes a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">A parameter is given twice.</exception>
    protected ParameterGroup(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = [.. parameters];
        if (_parameters.Distinct().Count() != _parameters.Length)
            throw new ArgumentException("optimizer contains a parameter group with duplicate parameters", nameof(parameters));
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Learning rate.</summary>
    public double Lr
    {
        get => _lr.GetValueOrDefault();
        set => _lr = value;
    }

    /// <summary>The parameters, to be enumerated without allocation.</summary>
    internal ReadOnlySpan<Parameter> ParameterSpan => _parameters;

    /// <summary>Names every hyperparameter as PyTorch does, for defaults and the state dict.</summary>
    /// <param name="visitor">Reads or writes each.</param>
    protected internal virtual void VisitOptions(OptionVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("lr", ref _lr);
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
