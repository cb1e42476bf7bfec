extern alias generator;

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using generator::NnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>A program of tests/Execution.Tests in which one number of its modules is another: what is said of it, and what happens when it runs.</summary>
internal sealed class SizedProgram
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new ModuleAnalyzer()];

    private readonly Compilation _compilation;
    private readonly SyntaxTree _tree;
    private readonly GeneratorDriver _driver;

    /// <param name="surroundings">What all programs are compiled with.</param>
    /// <param name="text">The program.</param>
    public SizedProgram(Compilation surroundings, string text)
    {
        _tree = CSharpSyntaxTree.ParseText(text, AnalyzedProgram.ParseOptions, "Program.cs");
        _compilation = surroundings.AddSyntaxTrees(_tree);
        _driver = CSharpGeneratorDriver.Create([new OpGenerator().AsSourceGenerator(), new ModuleGenerator().AsSourceGenerator()], parseOptions: AnalyzedProgram.ParseOptions)
            .RunGenerators(_compilation);
        Numbers = _tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.Token.Value is int and > 0 && literal.FirstAncestorOrSelf<TypeDeclarationSyntax>(type => type.Identifier.ValueText == "Runs") is null)
            .ToList();
    }

    /// <summary>The sizes, and other whole numbers, that stand in the program's modules.</summary>
    public IReadOnlyList<LiteralExpressionSyntax> Numbers { get; }

    /// <summary>Changes one number and runs the program; null where it does not compile then.</summary>
    public async Task<SizedRun?> RunAsync(int number, int value)
    {
        var literal = Numbers[number];
        var text = _tree.ToString().Remove(literal.SpanStart, literal.Span.Length).Insert(literal.SpanStart, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var edited = CSharpSyntaxTree.ParseText(text, AnalyzedProgram.ParseOptions, "Program.cs");
        _driver.RunGeneratorsAndUpdateCompilation(_compilation.ReplaceSyntaxTree(_tree, edited), out var output, out _);
        var found = await output.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        using var stream = new MemoryStream();
        if (found.Any(d => d.Severity == DiagnosticSeverity.Error && d.Id != "NNG1001") || !output.Emit(stream).Success)
            return null;
        stream.Position = 0;
        var line = $"{text[..literal.SpanStart].Split('\n')[^1].TrimStart()}{literal}=>{value}{_tree.ToString()[literal.Span.End..].Split('\n')[0]}";
        return new SizedRun(line, found.Where(d => d.Id is "NNG1001" or "NNG1002").ToList(), Failure(stream));
    }

    private static Exception? Failure(Stream assembly)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var loaded = context.LoadFromStream(assembly);
            var runs = loaded.GetTypes().Where(type => type.Name == "Runs").SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));
            foreach (var method in runs.Where(method => method.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "SampleAttribute")))
                Run(loaded, method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!);
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

    private static void Run(Assembly loaded, object sample)
    {
        var module = ((Func<Module>)sample.GetType().GetProperty("Module")!.GetValue(sample)!)();
        var inputs = ((Func<int, TensorBase?[]>)sample.GetType().GetProperty("Inputs")!.GetValue(sample)!)(3);
        var entry = loaded.GetType("NnGen.Execution.Tests.Entry")!.GetMethod("Call")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [module, sample, inputs], null)!;
        entry.GetType().GetMethod("Invoke")!.Invoke(entry, BindingFlags.DoNotWrapExceptions, null, [inputs], null);
    }
}

/// <param name="Change">The line in which a number was changed.</param>
/// <param name="Said">What was refuted, and what is left to binding.</param>
/// <param name="Failure">What running it threw; null where it ran.</param>
internal sealed record SizedRun(string Change, IReadOnlyList<Diagnostic> Said, Exception? Failure)
{
    public bool IsRefuted => Said.Any(d => d.Id == "NNG1001");
}
