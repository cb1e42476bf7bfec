using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NnGen.Generator.Tests.Snapshots;

/// <summary>What the README shows of generated code is what is generated.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void Generated_code_in_the_README_stands_in_the_snapshot_it_names()
    {
        var folder = Path.GetDirectoryName(Here())!;
        var readme = File.ReadAllText(Path.Combine(folder, "../../../README.md")).ReplaceLineEndings("\n");
        var excerpts = Excerpt().Matches(readme);

        Assert.Equal(2, excerpts.Count);
        foreach (var excerpt in excerpts.Cast<Match>())
        {
            var snapshot = Lines(File.ReadAllText(Path.Combine(folder, excerpt.Groups["file"].Value)));
            var shown = Lines(excerpt.Groups["code"].Value);
            Assert.True(Contains(snapshot, shown), $"The README shows code that is not in {excerpt.Groups["file"].Value}.");
        }
    }

    /// <summary>Lines without indentation; attributes are left out of the README.</summary>
    private static List<string> Lines(string text)
        => text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("[sys::", StringComparison.Ordinal)).ToList();

    private static bool Contains(List<string> whole, List<string> part)
        => Enumerable.Range(0, whole.Count - part.Count + 1).Any(start => whole.Skip(start).Take(part.Count).SequenceEqual(part));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"<!-- generated: (?<file>\S+) -->\n```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Excerpt();
}
