extern alias generator;

using System.Collections.Immutable;
using generator::NnGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Analyzers;

namespace NnGen.Benchmarks.Compile;

/// <summary>A user's project as an editor holds it: files, edits, generators that remember, analyzers.</summary>
internal sealed class EditedProject
{
    private static readonly CSharpParseOptions s_language = new(LanguageVersion.CSharp12);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new ModuleAnalyzer(), new OpAnalyzer(), new CompositeAnalyzer(), new ForwardCallAnalyzer()];

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "NnGen.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private CSharpCompilation _program;
    private Compilation _completed;
    private GeneratorDriver _driver;

    public EditedProject(IEnumerable<SourceFile> files)
    {
        _program = CSharpCompilation.Create(
            "User",
            files.Select(Parse),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _completed = _program;
        _driver = CSharpGeneratorDriver.Create(
            [new ModuleGenerator().AsSourceGenerator(), new OpGenerator().AsSourceGenerator()],
            parseOptions: s_language,
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Lines of all generated files.</summary>
    public int Lines => _driver.GetRunResult().GeneratedTrees.Sum(tree => tree.GetText().Lines.Count);

    /// <summary>How many files the last run of the generators wrote anew.</summary>
    public int Emitted => _driver.GetRunResult().Results
        .SelectMany(result => result.TrackedOutputSteps.Values)
        .SelectMany(steps => steps.SelectMany(step => step.Outputs))
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>Names of the steps that gave something new in the last run.</summary>
    public IEnumerable<string> ChangedSteps => _driver.GetRunResult().Results
        .SelectMany(result => result.TrackedSteps)
        .Where(step => step.Value.SelectMany(run => run.Outputs).Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
        .Select(step => step.Key)
        .Where(name => !name.StartsWith("Compilation", StringComparison.Ordinal) && !name.StartsWith("compilation", StringComparison.Ordinal));

    /// <summary>Replaces a file.</summary>
    public void Edit(SourceFile file) => _program = _program.ReplaceSyntaxTree(Tree(_program, file.Name), Parse(file));

    /// <summary>Runs the generators.</summary>
    public void Generate() => _driver = _driver.RunGeneratorsAndUpdateCompilation(_program, out _completed, out _);

    /// <summary>Compiles the program with what was generated.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public void Emit()
    {
        using var assembly = new MemoryStream();
        var result = _completed.Emit(assembly);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Runs the analyzers over one file, as the editor does for the one that is being typed.</summary>
    /// <exception cref="InvalidOperationException">They have something to say.</exception>
    public void Analyze(string name)
    {
        var model = _completed.GetSemanticModel(Tree(_completed, name));
        var diagnostics = _completed.WithAnalyzers(s_analyzers).GetAnalyzerSemanticDiagnosticsAsync(model, null, default).GetAwaiter().GetResult();
        if (!diagnostics.IsEmpty)
            throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    private static SyntaxTree Tree(Compilation compilation, string name) => compilation.SyntaxTrees.First(tree => tree.FilePath == name);

    private static SyntaxTree Parse(SourceFile file) => CSharpSyntaxTree.ParseText("using NnGen;\n" + file.Text, s_language, file.Name);
}
