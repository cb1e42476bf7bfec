using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NnGen.Analyzers.Tests;

/// <summary>A library to which a fix is applied, for the last diagnostic that it is for: that of the innermost place. It is run afterwards.</summary>
internal static class FixedProgram
{
    /// <summary>The text after the one fix that is offered, which compiles without errors and without the diagnostic, and whose gradients are right.</summary>
    public static async Task<string> ApplyAsync(string before, CodeFixProvider fix)
    {
        var (ours, _) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(before, isLibrary: true));
        var diagnostic = ours.Last(found => fix.FixableDiagnosticIds.Contains(found.Id));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp, parseOptions: AnalyzedProgram.ParseOptions, metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]));
        var document = project.AddDocument("Program.cs", before);
        var actions = new List<CodeAction>();
        var tree = (await document.GetSyntaxTreeAsync())!;
        var local = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), diagnostic.Properties);
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, local, (action, _) => actions.Add(action), CancellationToken.None));
        var operations = await Assert.Single(actions).GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        var text = (await changed.GetTextAsync()).ToString();
        var (remaining, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(text, isLibrary: true));
        Assert.DoesNotContain(remaining, d => d.Severity == DiagnosticSeverity.Error || d.Id == diagnostic.Id);
        Assert.Empty(errors);
        Assert.True(ProgramGradients.Check(text) > 0);
        return text;
    }
}
