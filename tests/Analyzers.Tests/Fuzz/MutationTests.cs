using System.Collections.Concurrent;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>
/// Right programs with slips in them: whatever is written, nothing of ours fails, and what is generated compiles unless there is
/// an error of ours or of C# in the user's own text.
/// </summary>
public class MutationTests
{
    private const int Mutations = 2000;
    private const int Slice = 200;

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, Mutations / Slice).Select(slice => slice * Slice)];

    [Theory]
    [MemberData(nameof(Slices))]
    public async Task Mutated_programs_compile_or_are_refused(int first)
    {
        var failures = new ConcurrentBag<string>();
        await Parallel.ForAsync(first, first + Slice, async (i, _) =>
        {
            if (await ProgramFiles.Mutated[i % ProgramFiles.Mutated.Count].Program.Value.FailureAsync(new Random(i)) is { } failure)
                failures.Add($"mutation {i}: {failure}");
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {Slice}\n" + string.Join("\n----\n", failures.Take(20)));
    }
}
