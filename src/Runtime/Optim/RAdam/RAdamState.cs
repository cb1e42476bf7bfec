namespace NnGen.Optim;

/// <summary>What <see cref="RAdam"/> remembers of a parameter.</summary>
public sealed class RAdamState : AdaptiveMomentState;
