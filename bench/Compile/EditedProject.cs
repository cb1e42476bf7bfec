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

    private readonly Dictionary<string, SyntaxTree> _generated = [];
    private CSharpCompilation _program;
    private CSharpCompilation _completed;
    private GeneratorDriver _driver;

    /// <param name="files">Its files.</param>
    /// <param name="tracksSteps">Whether it can be asked what a run did. Tracking costs more than the run.</param>
    public EditedProject(IEnumerable<SourceFile> files, bool tracksSteps = false)
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
            driverOptions: new GeneratorDriverOptions(default, tracksSteps));
    }

    /// <summary>Lines of all generated files.</summary>
    public int Lines => _driver.GetRunResult().GeneratedTrees.Sum(tree => tree.GetText().Lines.Count);

    /// <summary>How many files the last run wrote anew, where steps are tracked.</summary>
    public int Written => _driver.GetRunResult().Results.SelectMany(result => result.TrackedOutputSteps.Values).Sum(steps => steps.Sum(Changed));

    /// <summary>Names of our steps that gave something new in the last run, where steps are tracked.</summary>
    public IEnumerable<string> ChangedSteps => _driver.GetRunResult().Results
        .SelectMany(result => result.TrackedSteps)
        .Where(step => !IsOfRoslyn(step.Key) && step.Value.Any(run => Changed(run) > 0))
        .Select(step => step.Key);

    /// <summary>Replaces a file.</summary>
    public void Edit(SourceFile file)
    {
        var tree = Parse(file);
        _program = _program.ReplaceSyntaxTree(Tree(_program, file.Name), tree);
        _completed = _completed.ReplaceSyntaxTree(Tree(_completed, file.Name), tree);
    }

    /// <summary>Runs the generators.</summary>
    public void Generate() => _driver = _driver.RunGenerators(_program);

    /// <summary>Takes what was generated into the program. Files that did not change stay what they are, as in an editor.</summary>
    public void Complete()
    {
        foreach (var source in _driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources))
        {
            if (!_generated.TryGetValue(source.HintName, out var old))
                _completed = _completed.AddSyntaxTrees(source.SyntaxTree);
            else if (!old.GetText().ContentEquals(source.SourceText))
                _completed = _completed.ReplaceSyntaxTree(old, source.SyntaxTree);
            else
                continue;
            _generated[source.HintName] = source.SyntaxTree;
        }
    }

    /// <summary>Compiles the program with what was generated, parsing included.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public void Emit()
    {
        Complete();
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
        if (diagnostics.Any(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden))
            throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    private static int Changed(IncrementalGeneratorRunStep step)
        => step.Outputs.Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <summary>Whether a step is an input: the compilation, or the search for attributes, whose names are not public.</summary>
    private static bool IsOfRoslyn(string step) => char.IsLower(step[0]) || step == nameof(Compilation);

    private static SyntaxTree Tree(Compilation compilation, string name) => compilation.SyntaxTrees.First(tree => tree.FilePath == name);

    private static SyntaxTree Parse(SourceFile file) => CSharpSyntaxTree.ParseText("using NnGen;\n" + file.Text, s_language, file.Name);
}
