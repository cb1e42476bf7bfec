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

    [Fact]
    public async Task Mutated_programs_compile_or_are_refused()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Programs");
        const string usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using NnGen.Execution.Tests; global using Tensor = NnGen.Tensor;";
        var surroundings = AnalyzedProgram.Create(isLibrary: true, usings, await File.ReadAllTextAsync(Path.Combine(folder, "Sample.cs")));
        var programs = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "Sample.cs").Order(StringComparer.Ordinal)
            .Select(path => new Lazy<MutatedProgram>(() => new MutatedProgram(surroundings, File.ReadAllText(path)))).ToArray();
        var failures = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Mutations, async (i, _) =>
        {
            if (await programs[i % programs.Length].Value.FailureAsync(new Random(i)) is { } failure)
                failures.Add($"mutation {i}: {failure}");
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {Mutations}\n" + string.Join("\n----\n", failures.Take(20)));
    }
}
