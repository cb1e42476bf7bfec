namespace NnGen.Optim;

/// <summary>A parameter group of <see cref="Adamax"/>.</summary>
/// <param name="parameters">The parameters.</param>
public sealed class AdamaxGroup(IEnumerable<Parameter> parameters) : AdaptiveMomentGroup(parameters);
