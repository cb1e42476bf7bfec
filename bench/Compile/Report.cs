using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NnGen.Benchmarks.Compile;

/// <summary>Measures, and writes what came out as a section of the results.</summary>
/// <param name="rounds">How many times each figure is measured.</param>
internal sealed class Report(int rounds)
{
    private const int ColdModules = 100;
    private const int EditedModules = 200;
    private const int EditedModule = (EditedModules / 2) + (Networks.Depth / 2);

    /// <summary>Edits after which the just-in-time compiler has done what it does in an editor that has been open for a minute.</summary>
    private const int WarmUp = 30;

    private readonly StringBuilder _text = new();

    /// <summary>The section.</summary>
    public string Write()
    {
        _text.AppendLine("# Compile time").AppendLine()
            .AppendLine("Milliseconds: what passes, and what processors spend, which says more on a machine that does other things too.").AppendLine();
        WriteBlocks();
        WriteProject();
        _text.AppendLine()
            .AppendLine(ResultsFile.Machine)
            .AppendLine(CultureInfo.InvariantCulture, $"- {RuntimeInformation.FrameworkDescription}; medians of {rounds}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Measured {DateTime.UtcNow:yyyy-MM-dd} with `dotnet run -c Release --project bench/Compile`");
        return _text.ToString();
    }

    /// <summary>The generators over a project, in a process that has done nothing before.</summary>
    public static Timing Cold() => Timing.Of(new EditedProject(Networks.Project(ColdModules)).Generate);

    private void WriteBlocks()
    {
        _text.AppendLine("A network of residual blocks (layer norm, two linear layers, GELU) in a `ModuleList`. The list is a loop whatever its length.")
            .AppendLine()
            .AppendLine("| blocks | generated lines | generators | processor | with C# compiler | processor |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (int blocks in new[] { 1, 12, 96 })
        {
            var project = new EditedProject(Networks.Blocks(blocks));
            project.Generate();
            project.Emit();
            var generate = Timing.Median(rounds, () => Timing.Of(new EditedProject(Networks.Blocks(blocks)).Generate));
            var build = Timing.Median(rounds, () =>
            {
                var compiled = new EditedProject(Networks.Blocks(blocks));
                return Timing.Of(() =>
                {
                    compiled.Generate();
                    compiled.Emit();
                });
            });
            _text.AppendLine(CultureInfo.InvariantCulture, $"| {blocks} | {project.Lines} | {generate.ToCells()} | {build.ToCells()} |");
        }
    }

    private void WriteProject()
    {
        _text.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"A project of modules of which {Networks.Depth} at a time call each other, each the one before it.")
            .AppendLine()
            .AppendLine("| | modules | passes | processor | goal | files written |")
            .AppendLine("|---|---|---|---|---|---|");
        Row("generators, in a new process", ColdModules, Timing.Median(rounds, Timing.InNewProcess), "3000", $"{ColdModules}");
        var warm = Timing.Median(rounds, () => Timing.Of(new EditedProject(Networks.Project(ColdModules)).Generate));
        Row("generators, in a compiler that is warm", ColdModules, warm, "", $"{ColdModules}");
        Row("generators after an unrelated edit", ColdModules, Edits(Networks.Plain), "300", $"{Written(Networks.Plain)}");
        Row("generators after an edit of a body", ColdModules, Edits(Body), "", $"{Written(Body)}");
        Row("analysis of an edited module", EditedModules, Analysis(), "20", "");
    }

    private void Row(string what, int modules, Timing timing, string goal, string written)
        => _text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {modules} | {timing.ToCells()} | {goal} | {written} |");

    private static SourceFile Body(int version) => Networks.Module(ColdModules / 2, version);

    /// <summary>The generators after an edit.</summary>
    private Timing Edits(Func<int, SourceFile> edit)
    {
        var project = new EditedProject(Networks.Project(ColdModules));
        int version = 1;
        return Warm(() =>
        {
            project.Edit(edit(++version));
            return Timing.Of(project.Generate);
        });
    }

    /// <summary>How many files the generators write after an edit; where they write none, no step may have given anything new.</summary>
    private static int Written(Func<int, SourceFile> edit)
    {
        var project = new EditedProject(Networks.Project(ColdModules), tracksSteps: true);
        project.Generate();
        project.Edit(edit(2));
        project.Generate();
        return project.Written > 0 || !project.ChangedSteps.Any()
            ? project.Written
            : throw new InvalidOperationException($"Steps gave something new that the edit does not reach: {string.Join(", ", project.ChangedSteps)}.");
    }

    private Timing Analysis()
    {
        var project = new EditedProject(Networks.Project(EditedModules));
        int version = 1;
        return Warm(() =>
        {
            var file = Networks.Module(EditedModule, ++version);
            project.Edit(file);
            project.Generate();
            project.Complete();
            return Timing.Of(() => project.Analyze(file.Name));
        });
    }

    /// <summary>Medians of what an editor does again and again.</summary>
    private Timing Warm(Func<Timing> measure)
    {
        for (int i = 0; i < WarmUp; i++)
            measure();
        return Timing.Median(rounds, measure);
    }
}
