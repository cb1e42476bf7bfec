using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NnGen.Benchmarks.Peers;

/// <summary>How something was measured.</summary>
internal sealed record Conditions(string TorchVersion, int Rounds, double Seconds, string Command);

/// <summary>Writes the results as Markdown.</summary>
internal static class Report
{
    /// <summary>The training step.</summary>
    public static string Steps(IReadOnlyList<Row> rows, Conditions conditions) => Write(
        "NnGen beside PyTorch",
        "A training step (forward, cross-entropy, backward, SGD) of the network 784-128-64-10 in microseconds.",
        ["batch", "threads", "PyTorch", "NnGen `ValueAndGrad`", "ratio", "NnGen `loss.Backward()`", "ratio"],
        rows.Select(row => new[]
        {
            $"{row.Batch}", $"{row.Threads}", Median(row.Torch), Median(row.ValueAndGrad), Spread(row.Ratios), Median(row.CallAndBackward), Spread(row.BackwardRatios),
        }),
        conditions);

    /// <summary>The layers.</summary>
    public static string Layers(IReadOnlyList<LayerRow> rows, Conditions conditions) => Write(
        "Layers beside PyTorch",
        "Layers forward, and forward and backward (step), in microseconds; bench/Peers/layers.py has their sizes.",
        ["layer", "threads", "PyTorch", "NnGen", "ratio"],
        rows.Select(row => new[] { row.Name, $"{row.Threads}", Median(row.Torch), Median(row.Ours), Spread(row.Ratios) }),
        conditions);

    private static string Write(string title, string what, string[] columns, IEnumerable<string[]> rows, Conditions conditions)
    {
        var text = new StringBuilder()
            .AppendLine($"# {title}")
            .AppendLine()
            .AppendLine($"{what} Both sides")
            .AppendLine(CultureInfo.InvariantCulture, $"are timed in turn in one session: {conditions.Rounds} rounds of {conditions.Seconds} s each after one more;")
            .AppendLine("medians, and the ratios of the rounds with their range. A ratio above 1 means that NnGen is faster.")
            .AppendLine()
            .AppendLine($"| {string.Join(" | ", columns)} |")
            .AppendLine(string.Concat(columns.Select(_ => "|---")) + "|");
        foreach (var row in rows)
            text.AppendLine($"| {string.Join(" | ", row)} |");
        return text
            .AppendLine()
            .AppendLine(ResultsFile.Machine)
            .AppendLine(CultureInfo.InvariantCulture, $"- NnGen on {RuntimeInformation.FrameworkDescription}: {Capabilities.Describe()}")
            .AppendLine($"- PyTorch {conditions.TorchVersion}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Measured {DateTime.UtcNow:yyyy-MM-dd} with `{conditions.Command}`")
            .ToString();
    }


    private static string Spread(double[] ratios)
        => string.Create(CultureInfo.InvariantCulture, $"**{Median(ratios, "F2")}** ({ratios.Min():F2} - {ratios.Max():F2})");

    private static string Median(double[] values, string format = "F1") => values.Order().ElementAt(values.Length / 2).ToString(format, CultureInfo.InvariantCulture);
}
