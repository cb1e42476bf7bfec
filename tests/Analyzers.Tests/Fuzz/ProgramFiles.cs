using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>The programs of tests/Execution.Tests, each read and compiled when it is first asked for.</summary>
internal static class ProgramFiles
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using NnGen; global using NnGen.Execution.Tests; global using Tensor = NnGen.Tensor;";

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Programs");

    private static readonly Compilation s_surroundings = AnalyzedProgram.Create(isLibrary: true, [Usings, .. Harness("Sample.cs", "Entry.cs")]);

    public static IReadOnlyList<(string Name, Lazy<MutatedProgram> Program)> Mutated { get; } = Each(text => new MutatedProgram(s_surroundings, text));

    public static IReadOnlyList<(string Name, Lazy<SizedProgram> Program)> Sized { get; } = Each(text => new SizedProgram(s_surroundings, text));

    private static IEnumerable<string> Harness(params string[] files) => files.Select(file => File.ReadAllText(Path.Combine(s_folder, "Harness", file)));

    private static List<(string Name, Lazy<T> Program)> Each<T>(Func<string, T> create)
        => Directory.EnumerateFiles(s_folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "Harness")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(s_folder, path), new Lazy<T>(() => create(File.ReadAllText(path)))))
            .ToList();
}
