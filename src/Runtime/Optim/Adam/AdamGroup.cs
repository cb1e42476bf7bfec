namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Adam"/> and <see cref="AdamW"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class AdamGroup(IEnumerable<Parameter> parameters) : AdaptiveMomentGroup(parameters)
{
    private bool? _amsgrad;

    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public AdamGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }

    /// <summary>Whether the largest mean square so far is used.</summary>
    public bool Amsgrad
    {
        get => _amsgrad.GetValueOrDefault();
        set => _amsgrad = value;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("amsgrad", ref _amsgrad);
    }
}
