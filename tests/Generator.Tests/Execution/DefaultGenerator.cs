namespace NnGen.Generator.Tests.Execution;

/// <summary>Tests that compare what is drawn from the default generator: nothing else may draw from it meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DefaultGenerator
{
    public const string Name = "Default generator";
}
