using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NnGen.Generator.Tests;

/// <summary>A user's program compiled in memory with the generators against the runtime, as C# 12, the default of net8.0 projects.</summary>
internal sealed class GeneratedProgram
{
    private const string Usings = "#pragma warning disable CS1591\n#nullable enable\nusing System;\nusing NnGen;\n";

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Compilation _compilation;
    private readonly GeneratorDriverRunResult _run;

    public GeneratedProgram(string source)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var user = CSharpCompilation.Create("User" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(Usings + source, s_parsing)], s_references, options);
        var driver = CSharpGeneratorDriver.Create([new OpGenerator().AsSourceGenerator(), new ModuleGenerator().AsSourceGenerator()], parseOptions: s_parsing);
        _run = driver.RunGeneratorsAndUpdateCompilation(user, out _compilation, out _).GetRunResult();
    }

    /// <summary>Errors and warnings of the user's code and the generated code together.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The generated file of a type.</summary>
    public string Text(string hintName) => _run.Results.SelectMany(result => result.GeneratedSources).Single(file => file.HintName == hintName).SourceText.ToString();

    /// <summary>Compiles it and loads it.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = _compilation.Emit(stream);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException(string.Join("\n", errors) + "\n" + string.Join("\n", _compilation.SyntaxTrees));
        }

        stream.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>An instance of a module of the program.</summary>
    public static Module Create(Assembly program, string type, params object[] arguments)
        => (Module)Activator.CreateInstance(program.GetType(type, throwOnError: true)!, arguments)!;
}
