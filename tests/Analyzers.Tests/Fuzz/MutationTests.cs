using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>
/// Right programs with slips in them: whatever is written, nothing of ours fails, and what is generated compiles unless there is
/// an error of ours or of C# in the user's own text.
/// </summary>
public class MutationTests
{
    private const int Mutations = 2000;
    private const int Slice = 200;

    private static readonly Lazy<MutatedProgram>[] s_programs = Programs();

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, Mutations / Slice).Select(slice => slice * Slice)];

    [Theory]
    [MemberData(nameof(Slices))]
    public async Task Mutated_programs_compile_or_are_refused(int first)
    {
        var failures = new ConcurrentBag<string>();
        await Parallel.ForAsync(first, first + Slice, async (i, _) =>
        {
            if (await s_programs[i % s_programs.Length].Value.FailureAsync(new Random(i)) is { } failure)
                failures.Add($"mutation {i}: {failure}");
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {Slice}\n" + string.Join("\n----\n", failures.Take(20)));
    }

    private static Lazy<MutatedProgram>[] Programs()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Programs");
        const string usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using NnGen.Execution.Tests; global using Tensor = NnGen.Tensor;";
        var surroundings = AnalyzedProgram.Create(isLibrary: true, usings, File.ReadAllText(Path.Combine(folder, "Sample.cs")));
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "Sample.cs").Order(StringComparer.Ordinal)
            .Select(path => new Lazy<MutatedProgram>(() => new MutatedProgram(surroundings, File.ReadAllText(path)))).ToArray();
    }
}
