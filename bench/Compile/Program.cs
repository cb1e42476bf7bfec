using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NnGen.Benchmarks.Compile;

// dotnet run -c Release --project bench/Compile -- [result file] [rounds]
const string Title = "# Compile time";
string path = args.ElementAtOrDefault(0) ?? Path.Combine("bench", "RESULTS.md");
int rounds = int.Parse(args.ElementAtOrDefault(1) ?? "11", CultureInfo.InvariantCulture);

// What the just-in-time compiler does for the first program is measured by nothing below but "cold".
const int Modules = 100;
(string Name, string Text)[] files = [.. Enumerable.Range(0, Modules).Select(number => Networks.Module(number)), Networks.Other(0)];
var many = new Project(files);
var cold = many.Generate();
var warm = Median(() => new Project(files).Generate());
var version = 0;
var emittedByOther = 0;
var unrelated = Median(() =>
{
    many.Edit("Other.cs", Networks.Other(++version).Text);
    var time = many.Generate();
    emittedByOther = Math.Max(emittedByOther, many.Emitted);
    return time;
});
var emittedByBody = 0;
var body = Median(() =>
{
    many.Edit("Net50.cs", Networks.Module(50, ++version).Text);
    var time = many.Generate();
    emittedByBody = Math.Max(emittedByBody, many.Emitted);
    return time;
});

var text = new StringBuilder()
    .AppendLine(Title)
    .AppendLine()
    .AppendLine(CultureInfo.InvariantCulture, $"Milliseconds, medians of {rounds}. A network of blocks (layer norm, two linear layers, GELU, residual) in a `ModuleList`:")
    .AppendLine()
    .AppendLine("| blocks | generated lines | generators | generators and C# compiler |")
    .AppendLine("|---|---|---|---|");
foreach (var blocks in new[] { 1, 12, 96 })
{
    var lines = 0;
    var generate = Median(() =>
    {
        var project = new Project(Networks.Blocks(blocks));
        var time = project.Generate();
        lines = project.Lines;
        return time;
    });
    var build = Median(() => new Project(Networks.Blocks(blocks)).Build());
    text.AppendLine(CultureInfo.InvariantCulture, $"| {blocks} | {lines} | {generate:F0} | {build:F0} |");
}

text.AppendLine()
    .AppendLine(CultureInfo.InvariantCulture, $"The generators over a project of {Modules} modules, of which each calls the one before:")
    .AppendLine()
    .AppendLine("| | ms | goal | modules emitted |")
    .AppendLine("|---|---|---|---|")
    .AppendLine(CultureInfo.InvariantCulture, $"| cold, in a new process | {cold:F0} | 3000 | {Modules} |")
    .AppendLine(CultureInfo.InvariantCulture, $"| all anew, warm process | {warm:F0} | | {Modules} |")
    .AppendLine(CultureInfo.InvariantCulture, $"| after an unrelated edit | {unrelated:F0} | 300 | {emittedByOther} |")
    .AppendLine(CultureInfo.InvariantCulture, $"| after an edit of one body | {body:F0} | | {emittedByBody} |")
    .AppendLine()
    .AppendLine(CultureInfo.InvariantCulture, $"- {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}")
    .AppendLine(CultureInfo.InvariantCulture, $"- Measured {DateTime.UtcNow:yyyy-MM-dd} with `dotnet run -c Release --project bench/Compile`");
Console.WriteLine(text);

// The file has a section for each program that measures.
var before = File.Exists(path) ? File.ReadAllText(path) : "";
var start = before.IndexOf(Title, StringComparison.Ordinal);
var next = start < 0 ? -1 : before.IndexOf("\n# ", start, StringComparison.Ordinal);
var kept = start < 0 ? before : before[..start] + (next < 0 ? "" : before[(next + 1)..]);
File.WriteAllText(path, kept.TrimEnd('\n') + "\n\n" + text);

double Median(Func<double> measure)
{
    var times = Enumerable.Range(0, rounds).Select(_ => measure()).Order().ToArray();
    return times[times.Length / 2];
}
