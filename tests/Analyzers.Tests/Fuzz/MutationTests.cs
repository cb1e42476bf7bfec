using System.Collections.Concurrent;
using System.Globalization;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>
/// Right programs with slips in them: whatever is written, nothing of ours fails, and what is generated compiles unless there is
/// an error of ours or of C# in the user's own text. There are 800 of them, or NNGEN_FUZZ_MUTATIONS.
/// </summary>
public class MutationTests
{
    private const int Mutations = 800;
    private const int Slice = 200;

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, (Count + Slice - 1) / Slice).Select(slice => slice * Slice)];

    private static int Count => Environment.GetEnvironmentVariable("NNGEN_FUZZ_MUTATIONS") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : Mutations;

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
