using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    private readonly Compilation _compilation;

    public Program(string source, MetadataReference? library = null)
    {
        var trees = new List<SyntaxTree> { Parse(Usings + source) };
        if (library is null)
            trees.Add(Parse(MiniRuntime.Source));
        var references = library is null ? s_framework : s_framework.Add(library);
        var user = CSharpCompilation.Create(library is null ? "Program" : "User", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var headers = Modules(user).SelectMany(type => ProgramHeaders.OfModule(type, default).Texts);
        _compilation = ProgramHeaders.Complete(user, headers, default);
    }

    public Compilation Compilation => _compilation;

    public ImmutableArray<Diagnostic> Errors => [.. _compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];

    public LoweringResult Lower(string type) => ModuleLowering.Lower(_compilation.GetTypeByMetadataName(type)!, _compilation, default)!;

    /// <summary>The IR of a module that has no problems.</summary>
    public string Print(string type = "Net")
    {
        var result = Lower(type);
        Assert.Empty(result.Problems);
        return IrPrinter.Print(result.Module.Module).TrimEnd();
    }

    /// <summary>The problems of a module: rule, the text it points at, the message.</summary>
    public string Problems(string type = "Net")
    {
        var result = Lower(type);
        return string.Join("\n", result.Problems.Select(problem =>
        {
            var location = result.Sites[problem.Site];
            var text = location.SourceTree!.GetText().ToString(location.SourceSpan).ReplaceLineEndings(" ");
            var rule = Diagnostics.Rules.Get(problem.Rule);
            return $"{problem.Rule} at {text}: {string.Format(null, rule.MessageFormat.ToString(null), [.. problem.Arguments])}";
        }));
    }

    public LinkedModule Link(string type = "Net")
    {
        var lowered = Modules(_compilation).Select(m => ModuleLowering.Lower(m, _compilation, default)!.Module).ToList();
        var table = new ContractTable(lowered, linked => linked.Module);
        var module = lowered.Single(l => l.Module.Type.MetadataName == type);
        return Linker.Link(module, table.Of(module.Module));
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp13));

    private static IEnumerable<INamedTypeSymbol> Modules(Compilation compilation)
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
}
