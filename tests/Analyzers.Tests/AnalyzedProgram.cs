extern alias generator;

using System.Collections.Immutable;
using generator::NnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Data;
using NnGen.TensorBoard;
using NnGen.Training;

namespace NnGen.Analyzers.Tests;

/// <summary>A program compiled as a user's project is: the generators first, then the analyzers over what they completed.</summary>
internal static class AnalyzedProgram
{
    private static readonly Type[] s_packages = [typeof(Tensor), typeof(ConsoleProgress), typeof(CsvTable), typeof(SummaryWriter)];

    private static readonly ImmutableArray<MetadataReference> s_references =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
        .Concat(s_packages.Select(package => package.Assembly.Location))
        .Distinct()
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new ModuleAnalyzer(), new OpAnalyzer(), new CompositeAnalyzer(), new ForwardCallAnalyzer(), new UnmarkedModuleAnalyzer()];

    /// <summary>The oldest language that is supported.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12);

    /// <summary>The global usings of every program.</summary>
    public const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using NnGen; global using NnGen.Optim; global using NnGen.Data; global using Tensor = NnGen.Tensor;";

    /// <summary>Compiles a program with the usual global usings.</summary>
    public static Compilation Compile(string source, bool isLibrary) => Compile(isLibrary, source);

    /// <summary>Compiles the files of a program with the usual global usings.</summary>
    public static Compilation Compile(bool isLibrary, params string[] sources)
    {
        var compilation = Create(isLibrary, [Usings, .. sources]);
        var driver = CSharpGeneratorDriver.Create(
            [new OpGenerator().AsSourceGenerator(), new ModuleGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var problems);
        Assert.Empty(problems);
        return completed;
    }

    /// <summary>Files of a program, before anything is generated.</summary>
    public static CSharpCompilation Create(bool isLibrary, params string[] sources)
        => CSharpCompilation.Create(
            "Program",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Program{i}.cs")),
            s_references,
            new CSharpCompilationOptions(
                isLibrary ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: false));

    /// <summary>What is shown of a program that is no mistake, in the order of the source.</summary>
    public static async Task<IReadOnlyList<string>> HintsAsync(Compilation compilation)
    {
        var all = await compilation.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        return all.Where(d => d.Severity == DiagnosticSeverity.Hidden).OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.GetMessage()).ToArray();
    }

    /// <summary>Our diagnostics but hints, in the order of the source, and the compiler's errors.</summary>
    public static async Task<(IReadOnlyList<Diagnostic> Ours, IReadOnlyList<Diagnostic> Errors)> AnalyzeAsync(Compilation compilation)
    {
        var all = await compilation.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync();
        Assert.DoesNotContain(all, diagnostic => diagnostic.Id == "AD0001");
        var ours = all.Where(d => d.Id.StartsWith("NNG", StringComparison.Ordinal) && d.Severity != DiagnosticSeverity.Hidden)
            .OrderBy(d => d.Location.SourceSpan.Start).ThenByDescending(d => d.Location.SourceSpan.Length).ThenBy(d => d.Id, StringComparer.Ordinal).ToArray();
        var errors = all.Where(d => d.Severity == DiagnosticSeverity.Error && !d.Id.StartsWith("NNG", StringComparison.Ordinal)).ToArray();
        return (ours, errors);
    }

    /// <summary>A program without top-level statements is a library.</summary>
    public static bool IsLibrary(string source)
        => !CSharpSyntaxTree.ParseText(source, ParseOptions).GetCompilationUnitRoot().Members
            .Any(member => member is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax);
}
