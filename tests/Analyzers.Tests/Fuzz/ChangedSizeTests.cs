using System.Collections.Concurrent;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>
/// Programs with one number changed, each run: what is refuted never runs, so no diagnostic is a false alarm. Many of these programs
/// say nothing of their inputs, or are created by functions that only run time knows: of what fails in them, most is refuted.
/// </summary>
public sealed class ChangedSizeTests
{
    private const int Changes = 300;
    private const int MinPercentFound = 60;

    [Fact]
    public async Task What_is_refuted_fails_when_run()
    {
        var runs = new ConcurrentBag<(string Program, SizedRun Run)>();
        await Parallel.ForAsync(0, Changes, async (i, _) =>
        {
            var random = new Random(i);
            var (name, program) = ProgramFiles.Sized[i % ProgramFiles.Sized.Count];
            if (program.Value.Numbers.Count == 0)
                return;
            var number = random.Next(program.Value.Numbers.Count);
            var size = (int)program.Value.Numbers[number].Token.Value!;
            if (await program.Value.RunAsync(number, random.Next(3) switch { 0 => size + 1, 1 => size * 2, _ => size + 3 }) is { } run)
                runs.Add((name, run));
        });

        var alarms = runs.Where(run => run.Run.IsRefuted && run.Run.Failure is null).ToList();
        var failed = runs.Where(run => run.Run.Failure is ShapeException).ToList();
        var found = failed.Count(run => run.Run.IsRefuted);
        Assert.True(alarms.Count == 0, string.Join("\n", alarms.Select(run => $"{run.Program}: {run.Run.Change}\n    {string.Join("\n    ", run.Run.Said)}")));
        Assert.True(found * 100 >= failed.Count * MinPercentFound, $"{found} of {failed.Count}");
    }
}
