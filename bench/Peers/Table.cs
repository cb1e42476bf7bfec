using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NnGen.Benchmarks.Peers;

/// <summary>Writes what was measured as Markdown.</summary>
internal static class Table
{
    /// <summary>The table of a section.</summary>
    public static string Of(Section section, IReadOnlyList<Row> rows, Conditions conditions, string peer)
    {
        bool hasShares = rows.Any(row => row.AtPeak.Length > 0);
        string[] columns = ["work", "threads", "peer, µs", "NnGen, µs", "ratio", "goal", "allocated", .. (hasShares ? ["of the peak"] : Array.Empty<string>())];
        string about = $"""
            {section.About} Both sides are timed in turn in one session: {conditions.Rounds} rounds of {conditions.Seconds} s each after one more; medians, and
            the ratios of the rounds with their range. A ratio above 1 means that NnGen is faster. Allocated are the bytes of one run of NnGen's.
            """;
        return Write(section.Title, about, columns, rows.Select(row => Cells(row, hasShares)), peer);
    }

    /// <summary>A section of the results: title, text, table and what it was measured with.</summary>
    public static string Write(string title, string about, string[] columns, IEnumerable<string[]> rows, string? peer = null)
    {
        var text = new StringBuilder()
            .AppendLine($"# {title}")
            .AppendLine()
            .AppendLine(about)
            .AppendLine()
            .AppendLine($"| {string.Join(" | ", columns)} |")
            .AppendLine(string.Concat(columns.Select(_ => "|---")) + "|");
        foreach (var row in rows)
            text.AppendLine($"| {string.Join(" | ", row)} |");
        text.AppendLine()
            .AppendLine(ResultsFile.Machine)
            .AppendLine($"- NnGen on {RuntimeInformation.FrameworkDescription}: {Capabilities.Describe()}");
        if (peer is not null)
            text.AppendLine($"- Peer: {peer}");
        return text
            .AppendLine(CultureInfo.InvariantCulture, $"- Measured {DateTime.UtcNow:yyyy-MM-dd} with `eng/bench.sh {string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}`")
            .ToString();
    }

    private static string[] Cells(Row row, bool hasShares)
    {
        var ratios = row.Theirs.Zip(row.Ours, (theirs, ours) => theirs / ours).ToArray();
        var shares = row.AtPeak.Zip(row.Ours, (peak, ours) => peak / ours).ToArray();
        string ratio = string.Create(CultureInfo.InvariantCulture, $"**{Median(ratios, "F2")}** ({ratios.Min():F2} - {ratios.Max():F2})");
        string goal = row.Work.Goal is { } factor ? string.Create(CultureInfo.InvariantCulture, $"{factor}") : "";
        string[] share = hasShares ? [shares.Length > 0 ? Median(shares, "P0") : ""] : [];
        return [row.Work.Name, $"{row.Threads}", Median(row.Theirs, "F1"), Median(row.Ours, "F1"), ratio, goal, $"{row.Allocated}", .. share];
    }

    private static string Median(double[] values, string format) => values.Order().ElementAt(values.Length / 2).ToString(format, CultureInfo.InvariantCulture);
}
