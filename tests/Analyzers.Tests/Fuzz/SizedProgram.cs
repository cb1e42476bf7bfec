extern alias generator;

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using generator::NnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>A program in which one number of its modules is another: what is said of it, and what happens when it runs.</summary>
internal sealed partial class SizedProgram
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new ModuleAnalyzer()];

    private readonly Compilation _compilation;
    private readonly SyntaxTree _tree;
    private readonly GeneratorDriver _driver;
    private readonly Action<Assembly> _run;

    /// <param name="surroundings">What all programs are compiled with.</param>
    /// <param name="text">The program.</param>
    /// <param name="run">Runs it; throws what it throws.</param>
    public SizedProgram(Compilation surroundings, string text, Action<Assembly> run)
    {
        _run = run;
        _tree = CSharpSyntaxTree.ParseText(text, AnalyzedProgram.ParseOptions, "Program.cs");
        _compilation = surroundings.AddSyntaxTrees(_tree);
        _driver = CSharpGeneratorDriver.Create([new OpGenerator().AsSourceGenerator(), new ModuleGenerator().AsSourceGenerator()], parseOptions: AnalyzedProgram.ParseOptions)
            .RunGenerators(_compilation);
        Numbers = _tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.FirstAncestorOrSelf<TypeDeclarationSyntax>(type => type.Identifier.ValueText == "Runs") is null)
            .Where(literal => literal.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || IsRun(method))
            .SelectMany(NumbersOf)
            .ToList();
    }

    /// <summary>The sizes, and other whole numbers, that stand in the program's modules and in the texts of shapes.</summary>
    public IReadOnlyList<(TextSpan Span, int Value)> Numbers { get; }

    /// <summary>Runs the program as it is.</summary>
    public async Task<SizedRun?> RunAsync() => await RunAsync(_tree, "");

    /// <summary>Changes one number and runs the program; null where it does not compile then.</summary>
    public async Task<SizedRun?> RunAsync(int number, int value)
    {
        var (span, before) = Numbers[number];
        var text = _tree.ToString().Remove(span.Start, span.Length).Insert(span.Start, value.ToString(CultureInfo.InvariantCulture));
        var line = $"{text[..span.Start].Split('\n')[^1].TrimStart()}{before}=>{value}{_tree.ToString()[span.End..].Split('\n')[0]}";
        return await RunAsync(CSharpSyntaxTree.ParseText(text, AnalyzedProgram.ParseOptions, "Program.cs"), line);
    }

    private async Task<SizedRun?> RunAsync(SyntaxTree tree, string change)
    {
        _driver.RunGeneratorsAndUpdateCompilation(_compilation.ReplaceSyntaxTree(_tree, tree), out var output, out _);
        var found = await output.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        using var stream = new MemoryStream();
        if (found.Any(d => d.Severity == DiagnosticSeverity.Error && d.Id != "NNG1001") || !output.Emit(stream).Success)
            return null;
        stream.Position = 0;
        return new SizedRun(change, found.Where(d => d.Id is "NNG1001" or "NNG1002").ToList(), Failure(stream));
    }

    private Exception? Failure(Stream assembly)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            _run(context.LoadFromStream(assembly));
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Whether running the module runs the method: other methods that are public are entries of their own.</summary>
    private static bool IsRun(MethodDeclarationSyntax method)
        => method.Identifier.ValueText == "Forward" || !method.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static IEnumerable<(TextSpan Span, int Value)> NumbersOf(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        int value and > 0 => [(literal.Span, value)],
        string when literal.Parent is AttributeArgumentSyntax { Parent.Parent: AttributeSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Shape" } } }
            => Number().Matches(literal.Token.Text).Select(match => (new TextSpan(literal.SpanStart + match.Index, match.Length), int.Parse(match.Value, CultureInfo.InvariantCulture))),
        _ => [],
    };

    [GeneratedRegex(@"\b[1-9]\d*\b")]
    private static partial Regex Number();
}

/// <param name="Change">The line in which a number was changed.</param>
/// <param name="Said">What was refuted, and what is left to binding.</param>
/// <param name="Failure">What running it threw; null where it ran.</param>
internal sealed record SizedRun(string Change, IReadOnlyList<Diagnostic> Said, Exception? Failure)
{
    public bool IsRefuted => Said.Any(d => d.Id == "NNG1001");
}
