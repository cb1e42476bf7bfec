using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using NnGen.CodeFixes;

namespace NnGen.Analyzers.Tests;

public sealed class MakePartialCodeFixTests
{
    [Theory]
    [InlineData(
        "/// <summary>A net.</summary>\n[Module] public class Net { public Tensor Forward(Tensor x) => F.Relu(x); }",
        "/// <summary>A net.</summary>\n[Module] public partial class Net { public Tensor Forward(Tensor x) => F.Relu(x); }")]
    [InlineData(
        "// Outside.\nclass Outer { [Module] internal sealed class Net { public Tensor Forward(Tensor x) => F.Relu(x); } }",
        "// Outside.\npartial class Outer { [Module] internal sealed partial class Net { public Tensor Forward(Tensor x) => F.Relu(x); } }")]
    [InlineData(
        "[Op(\"x: *S -> y: *S\")] public struct CopyOp { public V Forward<V>(V x) where V : struct, IVector<V> => x; public V Backward<V>(V dy) where V : struct, IVector<V> => dy; }",
        "[Op(\"x: *S -> y: *S\")] public partial struct CopyOp { public V Forward<V>(V x) where V : struct, IVector<V> => x; public V Backward<V>(V dy) where V : struct, IVector<V> => dy; }")]
    public async Task Fix_MakesTypesAndTheirContainersPartial(string before, string after)
    {
        var (ours, _) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(before, isLibrary: true));
        var diagnostic = ours[^1]; // That of the innermost type: its fix makes all partial.

        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Program", LanguageNames.CSharp).AddDocument("Program.cs", before);
        var actions = new List<CodeAction>();
        var tree = (await document.GetSyntaxTreeAsync())!;
        var local = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan));
        await new MakePartialCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, local, (action, _) => actions.Add(action), CancellationToken.None));
        var operations = await Assert.Single(actions).GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        var text = (await changed.GetTextAsync()).ToString();
        Assert.Equal(after, text);
        var (remaining, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(text, isLibrary: true));
        Assert.DoesNotContain(remaining, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
    }
}
