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
    private const int EditedModule = EditedModules / 2 + Networks.Depth / 2;

    private readonly StringBuilder _text = new();

    /// <summary>The section.</summary>
    public string Write()
    {
        _text.AppendLine("# Compile time").AppendLine();
        WriteBlocks();
        WriteProject();
        _text.AppendLine()
            .AppendLine(ResultsFile.Machine)
            .AppendLine(CultureInfo.InvariantCulture, $"- {RuntimeInformation.FrameworkDescription}; medians of {rounds}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Measured {DateTime.UtcNow:yyyy-MM-dd} with `dotnet run -c Release --project bench/Compile`");
        return _text.ToString();
    }

    /// <summary>The generators over a project, in a process that has done nothing before.</summary>
    public static double Cold()
    {
        var project = new EditedProject(Networks.Project(ColdModules));
        return Timing.Once(project.Generate);
    }

    private void WriteBlocks()
    {
        _text.AppendLine("A network of residual blocks (layer norm, two linear layers, GELU) in a `ModuleList`. The list is a loop whatever its length.")
            .AppendLine()
            .AppendLine("| blocks | generated lines | generators, ms | generators and C# compiler, ms |")
            .AppendLine("|---|---|---|---|");
        foreach (int blocks in new[] { 1, 12, 96 })
        {
            var project = new EditedProject(Networks.Blocks(blocks));
            project.Generate();
            project.Emit();
            double generate = Timing.Median(rounds, () => Timing.Once(new EditedProject(Networks.Blocks(blocks)).Generate));
            double build = Timing.Median(rounds, () =>
            {
                var compiled = new EditedProject(Networks.Blocks(blocks));
                return Timing.Once(() =>
                {
                    compiled.Generate();
                    compiled.Emit();
                });
            });
            _text.AppendLine(CultureInfo.InvariantCulture, $"| {blocks} | {project.Lines} | {generate:F0} | {build:F0} |");
        }
    }

    private void WriteProject()
    {
        double cold = Timing.Median(rounds, Timing.InNewProcess);
        double warm = Timing.Median(rounds, () => Timing.Once(new EditedProject(Networks.Project(ColdModules)).Generate));
        var (unrelated, emittedByUnrelated) = Edits(ColdModules, Networks.Plain, mustKeepSteps: true);
        var (body, emittedByBody) = Edits(ColdModules, version => Networks.Module(ColdModules / 2, version), mustKeepSteps: false);
        double analysis = Analysis();
        _text.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"A project of modules of which {Networks.Depth} at a time call each other, each the one before it.")
            .AppendLine()
            .AppendLine("| | modules | ms | goal | files written |")
            .AppendLine("|---|---|---|---|---|")
            .AppendLine(CultureInfo.InvariantCulture, $"| generators, in a new process | {ColdModules} | {cold:F0} | 3000 | {ColdModules} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| generators, in a compiler that is warm | {ColdModules} | {warm:F0} | | {ColdModules} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| generators after an unrelated edit | {ColdModules} | {unrelated:F0} | 300 | {emittedByUnrelated} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| generators after an edit of a body | {ColdModules} | {body:F0} | | {emittedByBody} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| analysis of an edited module | {EditedModules} | {analysis:F1} | 20 | |");
    }

    /// <summary>The generators after an edit, and how many files they wrote at most.</summary>
    private (double Time, int Emitted) Edits(int modules, Func<int, SourceFile> edit, bool mustKeepSteps)
    {
        var project = new EditedProject(Networks.Project(modules));
        project.Generate();
        int version = 1;
        int emitted = 0;
        double time = Timing.Median(rounds, () =>
        {
            project.Edit(edit(++version));
            double once = Timing.Once(project.Generate);
            emitted = Math.Max(emitted, project.Emitted);
            if (mustKeepSteps && project.ChangedSteps.Any())
                throw new InvalidOperationException($"Steps ran that the edit does not reach: {string.Join(", ", project.ChangedSteps)}.");
            return once;
        });
        return (time, emitted);
    }

    private double Analysis()
    {
        var project = new EditedProject(Networks.Project(EditedModules));
        int version = 1;
        return Timing.Median(rounds, () =>
        {
            var file = Networks.Module(EditedModule, ++version);
            project.Edit(file);
            project.Generate();
            return Timing.Once(() => project.Analyze(file.Name));
        });
    }
}
