namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Adamax"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class AdamaxGroup(IEnumerable<Parameter> parameters) : AdaptiveMomentGroup(parameters)
{
    /// <summary>Makes a group that keeps the names of its parameters in the optimizer's state dict.</summary>
    /// <param name="parameters">The names and parameters, such as <see cref="Module.NamedParameters"/>.</param>
    public AdamaxGroup(IEnumerable<(string Name, Parameter Parameter)> parameters)
        : this(new NamedParameters(parameters))
    {
    }
}
