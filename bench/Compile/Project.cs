using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Generator;

namespace NnGen.Benchmarks.Compile;

/// <summary>A user's project in an editor: files, the generators over them, edits.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions s_language = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "NnGen.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private CSharpCompilation _program;
    private GeneratorDriver _driver;

    public Project(IEnumerable<(string Name, string Text)> files)
    {
        _program = CSharpCompilation.Create(
            "User",
            files.Select(file => Parse(file.Name, file.Text)),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [new ModuleGenerator().AsSourceGenerator(), new OpGenerator().AsSourceGenerator()],
            parseOptions: s_language,
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>The generated files.</summary>
    public IReadOnlyList<GeneratedSourceResult> Generated => [.. _driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources)];

    /// <summary>How many files the last run wrote anew.</summary>
    public int Emitted => _driver.GetRunResult().Results[0].TrackedSteps.TryGetValue("Emit", out var steps)
        ? steps.SelectMany(step => step.Outputs).Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        : 0;

    /// <summary>Lines of all generated files.</summary>
    public int Lines => Generated.Sum(source => source.SourceText.Lines.Count);

    /// <summary>Runs the generators.</summary>
    /// <returns>Milliseconds.</returns>
    public double Generate()
    {
        var watch = Stopwatch.StartNew();
        _driver = _driver.RunGenerators(_program);
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Runs the generators and compiles the whole program.</summary>
    /// <returns>Milliseconds.</returns>
    /// <exception cref="InvalidOperationException">The program does not compile.</exception>
    public double Build()
    {
        var watch = Stopwatch.StartNew();
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_program, out var output, out _);
        using var assembly = new MemoryStream();
        var result = output.Emit(assembly);
        return result.Success ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Replaces a file.</summary>
    public void Edit(string name, string text)
        => _program = _program.ReplaceSyntaxTree(_program.SyntaxTrees.First(tree => tree.FilePath == name), Parse(name, text));

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText("using NnGen;\n" + text, s_language, name);
}
