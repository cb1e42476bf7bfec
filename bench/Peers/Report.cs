using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NnGen.Benchmarks.Peers;

/// <summary>Writes the results as Markdown.</summary>
internal static class Report
{
    public static string Write(IEnumerable<Row> rows, string torchVersion, int rounds, double seconds, string command)
    {
        var text = new StringBuilder()
            .AppendLine("# NnGen beside PyTorch")
            .AppendLine()
            .AppendLine("A training step (forward, cross-entropy, backward, SGD) of the network 784-128-64-10 in microseconds. Both sides")
            .AppendLine(CultureInfo.InvariantCulture, $"are timed in turn in one session: {rounds} rounds of {seconds} s each after one more;")
            .AppendLine("medians, and the ratios of the rounds with their range. A ratio above 1 means that NnGen is faster.")
            .AppendLine()
            .AppendLine("| batch | threads | PyTorch | NnGen `ValueAndGrad` | ratio | NnGen `loss.Backward()` | ratio |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {row.Batch} | {row.Threads} | {Median(row.Torch):F1} | {Median(row.ValueAndGrad):F1} | {Spread(row.Ratios)} "
                + $"| {Median(row.CallAndBackward):F1} | {Spread(row.BackwardRatios)} |");
        }

        return text
            .AppendLine()
            .AppendLine(ResultsFile.Machine)
            .AppendLine(CultureInfo.InvariantCulture, $"- NnGen on {RuntimeInformation.FrameworkDescription}: {Capabilities.Describe()}")
            .AppendLine(CultureInfo.InvariantCulture, $"- PyTorch {torchVersion}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Measured {DateTime.UtcNow:yyyy-MM-dd} with `{command}`")
            .ToString();
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Spread(double[] ratios)
        => string.Create(CultureInfo.InvariantCulture, $"**{Median(ratios):F2}** ({ratios.Min():F2} - {ratios.Max():F2})");
}
