extern alias generator;

using System.Collections.Immutable;
using generator::NnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Compiler.Headers;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>A program of tests/Execution.Tests with the generators run over it once, so that each change of it is an edit.</summary>
internal sealed class MutatedProgram
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new ModuleAnalyzer(), new OpAnalyzer(), new ForwardCallAnalyzer(), new UnmarkedModuleAnalyzer()];

    private readonly Compilation _compilation;
    private readonly SyntaxTree _tree;
    private readonly GeneratorDriver _driver;

    /// <param name="surroundings">What all programs are compiled with.</param>
    /// <param name="text">The program.</param>
    public MutatedProgram(Compilation surroundings, string text)
    {
        _tree = CSharpSyntaxTree.ParseText(text, AnalyzedProgram.ParseOptions, "Program.cs");
        _compilation = surroundings.AddSyntaxTrees(_tree);
        _driver = CSharpGeneratorDriver.Create([new OpGenerator().AsSourceGenerator(), new ModuleGenerator().AsSourceGenerator()], parseOptions: AnalyzedProgram.ParseOptions)
            .RunGenerators(_compilation);
    }

    /// <summary>Changes the program and compiles it; null where all is as it must be.</summary>
    public async Task<string?> FailureAsync(Random random)
    {
        var text = Mutation.Apply(_tree, random);
        var edited = CSharpSyntaxTree.ParseText(text, AnalyzedProgram.ParseOptions, "Program.cs");
        var user = _compilation.ReplaceSyntaxTree(_tree, edited);
        _driver.RunGeneratorsAndUpdateCompilation(user, out var output, out var problems);
        if (!problems.IsEmpty)
            return Describe(text, problems);
        var found = await output.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        if (found.Where(d => d.Id is "AD0001" or "NNG3002").ToList() is { Count: > 0 } crashes)
            return Describe(text, crashes);
        if (found.Any(d => d.Severity == DiagnosticSeverity.Error))
            return null;
        var errors = output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 || IsWrongByItself(user, edited) ? null : Describe(text, errors);
    }

    /// <summary>Whether C# has something to say about the user's own text, which binds against what would be generated.</summary>
    private static bool IsWrongByItself(Compilation user, SyntaxTree tree)
    {
        var model = user.GetSemanticModel(tree);
        var types = tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().ToList();
        var modules = types.Select(type => (INamedTypeSymbol)model.GetDeclaredSymbol(type)!).Where(KnownTypes.IsMarkedModule).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type => ProgramHeaders.OfModule(type, default).Texts);
        var ops = types.Where(type => model.GetDeclaredSymbol(type)!.GetAttributes().Any(a => a.AttributeClass?.Name == "OpAttribute")).Select(type => OpHeader.Write(type)).OfType<string>();
        return ProgramHeaders.Complete(user, modules.Concat(ops), default).GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree == tree);
    }

    private static string Describe(string text, IEnumerable<Diagnostic> diagnostics)
        => string.Join("\n", diagnostics.Take(3).Select(d => $"{d} {d.Location.SourceTree?.GetText().Lines.ElementAtOrDefault(d.Location.GetLineSpan().StartLinePosition.Line)}")) + "\n" + text;
}
