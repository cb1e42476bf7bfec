using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Headers;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;

namespace NnGen.Compiler.Tests.Lowering;

/// <summary>A test program over <see cref="MiniRuntime"/>, completed by headers as the generator does it.</summary>
internal sealed class Program
{
    private const string Usings = "#nullable enable\nusing System;\nusing System.Threading.Tasks;\nusing NnGen;\n";

    private static readonly ImmutableArray<MetadataReference> s_framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public Program(string source, params MetadataReference[] libraries)
        : this(Create("User", Usings + source, [MiniRuntime.Reference, .. libraries]))
    {
    }

    private Program(Compilation user)
    {
        var headers = Marked(user).SelectMany(type => ProgramHeaders.OfModule(type, default).Texts);
        Compilation = ProgramHeaders.Complete(user, headers, default);
    }

    public Compilation Compilation { get; }

    public IEnumerable<INamedTypeSymbol> Modules => Marked(Compilation);

    public IEnumerable<Diagnostic> Errors => Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>A program without the small runtime.</summary>
    public static Program Library(string source) => new(Create("Library", source, []));

    public static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp13));

    /// <summary>A compilation as a library that others reference.</summary>
    public static MetadataReference Emit(Compilation compilation)
    {
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public LoweringResult Lower(string type) => ModuleLowering.Lower(Compilation.GetTypeByMetadataName(type)!, Compilation, default)!;

    /// <summary>The IR of a module that has no problems.</summary>
    public string Print(string type = "Net")
    {
        var result = Lower(type);
        Assert.Empty(result.Problems);
        return IrPrinter.Print(result.Module.Module).TrimEnd();
    }

    /// <summary>The problems of a module: rule, the text it points at, the message.</summary>
    public string[] Problems(string type = "Net")
    {
        var result = Lower(type);
        return [.. result.Problems.Select(problem =>
        {
            var location = result.Sites[problem.Site];
            var text = location.SourceTree!.GetText().ToString(location.SourceSpan).ReplaceLineEndings(" ");
            return $"{problem.Rule} at {text}: {string.Format(null, Rules.Get(problem.Rule).MessageFormat.ToString(null), [.. problem.Arguments])}";
        })];
    }

    public LinkedModule Link(string type = "Net")
    {
        var module = Lower(type).Module;
        return Linker.Link(module, Contracts().Of(module.Module));
    }

    public ModuleContract Contract(string type) => Contracts().All.Single(c => c.Module.Type.MetadataName == type);

    private static CSharpCompilation Create(string name, string source, IEnumerable<MetadataReference> references)
        => CSharpCompilation.Create(name, [Parse(source)], s_framework.AddRange(references), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static IEnumerable<INamedTypeSymbol> Marked(Compilation compilation)
    {
        var pending = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (pending.TryPop(out var current))
        {
            foreach (var member in current.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(member);
                if (member is INamedTypeSymbol type && KnownTypes.IsMarkedModule(type))
                    yield return type;
            }
        }
    }

    private ContractTable Contracts()
        => new(Modules.Select(m => ModuleLowering.Lower(m, Compilation, default)!.Module), linked => linked.Module);
}
