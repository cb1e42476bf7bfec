using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NnGen.Generator.Tests;

/// <summary>A program of named files over the library, run through the generators, edited and run again.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions s_language = new(LanguageVersion.CSharp12);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "NnGen.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private CSharpCompilation _user;
    private GeneratorDriver _driver;

    private readonly IReadOnlyList<Generation> _libraries;

    public Generation(params (string Name, string Text)[] files)
        : this([], files)
    {
    }

    /// <summary>A program that references others.</summary>
    public Generation(IReadOnlyList<Generation> libraries, params (string Name, string Text)[] files)
        : this(libraries.Count == 0 ? "Library" : "User", libraries, files)
    {
    }

    /// <param name="name">Name of the assembly.</param>
    /// <param name="libraries">Programs that this one references.</param>
    /// <param name="files">The sources.</param>
    public Generation(string name, IReadOnlyList<Generation> libraries, params (string Name, string Text)[] files)
    {
        _libraries = libraries;
        _user = CSharpCompilation.Create(
            name,
            files.Select(file => Parse(file.Name, file.Text)),
            s_references.AddRange(libraries.Select(library => MetadataReference.CreateFromImage(library.Image()))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: false, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [new ModuleGenerator().AsSourceGenerator(), new OpGenerator().AsSourceGenerator()],
            parseOptions: s_language,
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
        Run();
    }

    /// <summary>The program with what was generated.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>What the generator of modules did in the last run.</summary>
    public GeneratorRunResult Modules => _driver.GetRunResult().Results[0];

    /// <summary>What the generator of ops did in the last run.</summary>
    public GeneratorRunResult Ops => _driver.GetRunResult().Results[1];

    /// <summary>Errors and warnings of the whole program.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Errors of the whole program.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The generated file of a module.</summary>
    public string Text(string hintName) => Modules.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Compiles the program and loads it.</summary>
    public Assembly Load()
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        foreach (var library in _libraries)
            context.LoadFromStream(new MemoryStream(library.Image()));
        return context.LoadFromStream(new MemoryStream(Image()));
    }

    private byte[] Image()
    {
        using var stream = new MemoryStream();
        var result = Output.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return stream.ToArray();
    }

    /// <summary>An instance of a module of a loaded program.</summary>
    public static Module Create(Assembly program, string type, params object[] arguments)
        => (Module)Activator.CreateInstance(program.GetType(type, throwOnError: true)!, arguments)!;

    /// <summary>Replaces or adds a file and runs the generators again.</summary>
    public Generation Edit(string name, string text)
    {
        var old = _user.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == name);
        _user = old is null ? _user.AddSyntaxTrees(Parse(name, text)) : _user.ReplaceSyntaxTree(old, Parse(name, text));
        Run();
        return this;
    }

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText("using NnGen;\n" + text, s_language, name);

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_user, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Output = output;
    }
}
