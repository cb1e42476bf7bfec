using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NnGen.Generator.Tests.Snapshots;

/// <summary>What pages show of generated code is what is generated.</summary>
public partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md", 1)]
    [InlineData("docs/generated-code.md", 3)]
    public void Generated_code_on_a_page_stands_in_the_snapshot_it_names(string page, int count)
    {
        var folder = Path.GetDirectoryName(Here())!;
        var excerpts = Excerpt().Matches(File.ReadAllText(Path.Combine(folder, "../../..", page)).ReplaceLineEndings("\n"));

        Assert.Equal(count, excerpts.Count);
        foreach (var excerpt in excerpts.Cast<Match>())
        {
            var snapshot = Lines(File.ReadAllText(Path.Combine(folder, excerpt.Groups["file"].Value)));
            var shown = Lines(excerpt.Groups["code"].Value);
            Assert.True(Contains(snapshot, shown), $"{page} shows code that is not in {excerpt.Groups["file"].Value}.");
        }
    }

    /// <summary>Lines without indentation; attributes are left out of the pages.</summary>
    private static List<string> Lines(string text)
        => text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("[sys::", StringComparison.Ordinal)).ToList();

    private static bool Contains(List<string> whole, List<string> part)
        => Enumerable.Range(0, whole.Count - part.Count + 1).Any(start => whole.Skip(start).Take(part.Count).SequenceEqual(part));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"<!-- generated: (?<file>\S+) -->\n```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Excerpt();
}
