using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>Programs with one number changed, each run.</summary>
public sealed class ChangedSizeTests(ITestOutputHelper output)
{
    /// <summary>Architectures that state their inputs: what fails is refuted. Modules that need arguments are not run by themselves.</summary>
    [Fact]
    public async Task What_fails_is_refuted() => CheckFound(await RunAsync(ProgramFiles.Declared, changes: 80), minPercent: 90);

    /// <summary>
    /// What is refuted never runs, so no diagnostic is a false alarm. Many of these programs say nothing of their inputs, or are created by
    /// functions that only run time knows: of what fails in them, most is refuted.
    /// </summary>
    [Fact]
    public async Task What_is_refuted_fails_when_run()
    {
        var runs = await RunAsync(ProgramFiles.Sampled, changes: 120);
        var alarms = runs.Where(run => run.Run.IsRefuted && run.Run.Failure is null).ToList();
        Assert.True(alarms.Count == 0, string.Join("\n", alarms.Select(run => $"{run.Program}: {run.Run.Change}\n    {string.Join("\n    ", run.Run.Said)}")));
        CheckFound(runs, minPercent: 60);
    }

    private static async Task<IReadOnlyCollection<(string Program, SizedRun Run)>> RunAsync(IReadOnlyList<(string Name, Lazy<SizedProgram> Program)> programs, int changes)
    {
        var runs = new ConcurrentBag<(string Program, SizedRun Run)>();
        await Parallel.ForAsync(0, changes, async (i, _) =>
        {
            var random = new Random(i);
            var (name, program) = programs[i % programs.Count];
            if (program.Value.Numbers.Count == 0)
                return;
            var number = random.Next(program.Value.Numbers.Count);
            var size = program.Value.Numbers[number].Value;
            if (await program.Value.RunAsync(number, random.Next(3) switch { 0 => size + 1, 1 => size * 2, _ => size + 3 }) is { } run)
                runs.Add((name, run));
        });
        return runs;
    }

    private void CheckFound(IReadOnlyCollection<(string Program, SizedRun Run)> runs, int minPercent)
    {
        var failed = runs.Where(run => run.Run.Failure is ShapeException).ToList();
        foreach (var (program, run) in failed.Where(run => !run.Run.IsRefuted))
            output.WriteLine($"{program}: {run.Change}\n    {run.Failure!.Message}");
        var found = failed.Count(run => run.Run.IsRefuted);
        Assert.True(found * 100 >= failed.Count * minPercent, $"{found} of {failed.Count}");
    }
}
