using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>The programs of tests/Execution.Tests and of the corpus, each read and compiled when it is first asked for.</summary>
internal static partial class ProgramFiles
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using NnGen; global using NnGen.Execution.Tests; global using Tensor = NnGen.Tensor;";

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Programs");

    private static readonly Compilation s_surroundings = AnalyzedProgram.Create(isLibrary: true, [Usings, .. Harness("Sample.cs", "Entry.cs")]);

    /// <summary>Networks of too many parameters to be made hundreds of times.</summary>
    private static readonly string[] s_large =
        ["AlexNet", "ClipContrast", "Gpt2", "Llama", "ResNet34", "ResNet50", "ResNext50", "SiameseOfOmniglot", "ThreeDimensionalConvolutions", "Vgg11WithBatchNorm", "Vgg16", "Vgg19OfCifar", "VisionTransformer"];

    private static readonly Compilation s_corpus = AnalyzedProgram.Create(isLibrary: true, AnalyzedProgram.Usings);

    public static IReadOnlyList<(string Name, Lazy<MutatedProgram> Program)> Mutated { get; } = Each(s_folder, text => new MutatedProgram(s_surroundings, text));

    /// <summary>Programs that say nothing of their inputs, with inputs.</summary>
    public static IReadOnlyList<(string Name, Lazy<SizedProgram> Program)> Sampled { get; } = Each(s_folder, text => new SizedProgram(s_surroundings, text, Runs.Samples));

    /// <summary>Right programs of the corpus with a module that can be made without arguments.</summary>
    public static IReadOnlyList<(string Name, Lazy<SizedProgram> Program)> Declared { get; } = Each(
        Path.Combine(AppContext.BaseDirectory, "Corpus", "Right"),
        text => new SizedProgram(s_corpus, text, Runs.Bindings),
        (name, text) => AnalyzedProgram.IsLibrary(text) && WithoutArguments().IsMatch(text) && !s_large.Contains(name));

    /// <summary>A right program of the corpus, run by a function.</summary>
    public static SizedProgram OfCorpus(string name, Action<Assembly> run)
        => new(s_corpus, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", "Right", name + ".cs")), run);

    private static IEnumerable<string> Harness(params string[] files) => files.Select(file => File.ReadAllText(Path.Combine(s_folder, "Harness", file)));

    private static List<(string Name, Lazy<T> Program)> Each<T>(string folder, Func<string, T> create, Func<string, string, bool>? counts = null)
        => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "Harness")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .Where(file => counts is null || counts(Path.GetFileNameWithoutExtension(file.Path), file.Text))
            .Select(file => (Path.GetRelativePath(folder, file.Path), new Lazy<T>(() => create(file.Text))))
            .ToList();

    [GeneratedRegex(@"partial class \w+(\([^()]*=[^()]*\))?\s*(:.*)?$", RegexOptions.Multiline)]
    private static partial Regex WithoutArguments();
}
