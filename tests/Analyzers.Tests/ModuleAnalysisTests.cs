using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers.Tests;

/// <summary>However many rules and modules ask for a module, it is lowered once.</summary>
public sealed class ModuleAnalysisTests
{
    private const int Count = 24;

    [Fact]
    public void EachModuleOfAChain_IsLoweredOnce()
    {
        var modules = Enumerable.Range(0, Count).Select(Link);
        var compilation = AnalyzedProgram.Compile(string.Join("\n", modules), isLibrary: true);
        var types = Enumerable.Range(0, Count).Select(i => compilation.GetTypeByMetadataName($"Link{i}")!).ToArray();
        var lowered = new ConcurrentBag<string>();
        var analysis = new ModuleAnalysis(compilation, (type, cancellation) =>
        {
            lowered.Add(type.Name);
            return ModuleLowering.Lower(type, compilation, cancellation);
        });

        Parallel.ForEach(types.Concat(types.Reverse()), type => Assert.Empty(analysis.Analyze(type, CancellationToken.None)!.Inferred!.Findings));

        Assert.Equal(types.Select(type => type.Name).Order(), lowered.Order());
    }

    [Fact]
    public void AModule_IsLoweredOnlyForItselfAndItsCallers()
    {
        var compilation = AnalyzedProgram.Compile(string.Join("\n", Enumerable.Range(0, Count).Select(Link)), isLibrary: true);
        var lowered = new ConcurrentBag<string>();
        var analysis = new ModuleAnalysis(compilation, (type, cancellation) =>
        {
            lowered.Add(type.Name);
            return ModuleLowering.Lower(type, compilation, cancellation);
        });

        analysis.Analyze(compilation.GetTypeByMetadataName("Link2")!, CancellationToken.None);

        Assert.Equal(["Link0", "Link1", "Link2"], lowered.Order());
    }

    [Fact]
    public void ACancelledLowering_IsDoneAgain()
    {
        var compilation = AnalyzedProgram.Compile(Link(0), isLibrary: true);
        var type = compilation.GetTypeByMetadataName("Link0")!;
        var analysis = new ModuleAnalysis(compilation);

        Assert.ThrowsAny<OperationCanceledException>(() => analysis.Analyze(type, new CancellationToken(canceled: true)));
        Assert.NotNull(analysis.Analyze(type, CancellationToken.None));
    }

    /// <summary>A module that calls the one before it.</summary>
    private static string Link(int number)
        => $$"""
            [Module]
            public partial class Link{{number}}
            {
                private readonly {{(number == 0 ? "Linear" : $"Link{number - 1}")}} inner = new({{(number == 0 ? "4, 4" : "")}});

                public Tensor Forward([Shape("N, 4")] Tensor x) => F.Relu(inner.Forward(x) + x);
            }
            """;
}
