using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers.Tests;

/// <summary>A module is lowered again after an edit of whatever its lowering depends on, and of nothing else.</summary>
public sealed class LoweringCacheTests
{
    private const string Net = """
        [Module]
        public partial class Net
        {
            private readonly Linear layer = Layers.Create(8);

            public Tensor Forward([Shape("N, 8")] Tensor x) => Functions.Scale(layer.Forward(x));
        }
        """;

    private const string Functions = "public static class Functions { public static Tensor Scale(Tensor x) { return x * 2f; } }";
    private const string Layers = "public static class Layers { public static Linear Create(int size, bool bias = true) => new(size, 4, bias); }";
    private const string Other = "public static class Other { public static int Value() { return 1; } }";

    private static readonly Compilation s_program = AnalyzedProgram.Compile(isLibrary: true, Net, Functions, Layers, Other);

    [Fact]
    public void AnEditOfAnotherBody_LeavesALoweringAsItIs() => Assert.True(ReferenceEquals(Lower(s_program), Lower(Edit(Other, "return 1;", "return 2;"))));

    [Theory]
    [InlineData(Net, "\"N, 8\"", "\"M, 8\"")]
    [InlineData(Functions, "x * 2f", "x * 3f")]
    [InlineData(Layers, "new(size, 4, bias)", "new(size, 5, bias)")]
    [InlineData(Layers, "bias = true", "bias = false")]
    [InlineData(Other, "int Value()", "int Value(int x)")]
    public void AnEditThatMayReachAModule_LowersItAgain(string file, string old, string edited)
    {
        var before = Lower(s_program);

        Assert.False(ReferenceEquals(before, Lower(Edit(file, old, edited))));
    }

    [Fact]
    public void AHelperThatWasEdited_IsReadAgain()
    {
        Assert.Contains("2f", IrPrinter.Print(Lower(s_program).Module.Module));
        Assert.Contains("3f", IrPrinter.Print(Lower(Edit(Functions, "x * 2f", "x * 3f")).Module.Module));
    }

    private static LoweringResult Lower(Compilation compilation) => ModuleLowering.Lower(compilation.GetTypeByMetadataName("Net")!, compilation, CancellationToken.None)!;

    private static Compilation Edit(string file, string old, string edited)
    {
        var tree = s_program.SyntaxTrees.Single(tree => tree.ToString() == file);
        return s_program.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(file.Replace(old, edited), AnalyzedProgram.ParseOptions, tree.FilePath));
    }
}
