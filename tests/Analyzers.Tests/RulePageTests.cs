using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;

namespace NnGen.Analyzers.Tests;

/// <summary>
/// Each rule has a page: its wrong example gets the message that the page shows, its right example nothing. The index lists
/// every rule as it is.
/// </summary>
public sealed class RulePageTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "RulePages");

    /// <summary>
    /// A mistake of NnGen itself, and a library compiled by another version of it: no program of one version can show them. How deep the stack is
    /// depends on the host. The shapes on a layer's name are no mistake.
    /// </summary>
    private static readonly string[] s_withoutExample =
        [RulesUsage.InternalError.Id, RulesDeclaration.ContractVersionUnknown.Id, RulesShapes.Layer.Id, RulesDifferentiability.TooDeep.Id];

    public static TheoryData<string> Ids => new(AllRules().Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Page_ShowsTheRule(string id)
    {
        var rule = AllRules().Single(r => r.Id == id);
        var page = File.ReadAllText(Path.Combine(s_folder, id + ".md")).ReplaceLineEndings("\n");

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        if (s_withoutExample.Contains(id))
            return;

        var (wrong, wrongErrors) = await AnalyzeAsync(Example(page, "Wrong"), rule);
        var diagnostic = Assert.Single(wrong);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains($"```\n\n> {diagnostic.GetMessage()}\n\n## Right\n", page, StringComparison.Ordinal);
        Assert.Empty(wrongErrors);
        var (right, rightErrors) = await AnalyzeAsync(Example(page, "Right"), rule);
        Assert.Empty(right);
        Assert.Empty(rightErrors);
    }

    [Fact]
    public void Index_ListsEveryRule()
    {
        var rows = AllRules().Select(r => $"| [{r.Id}]({r.Id}.md) | {r.DefaultSeverity} | {r.Title} |");
        var index = File.ReadAllText(Path.Combine(s_folder, "README.md")).ReplaceLineEndings("\n");
        Assert.Equal(rows, index.Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)));
    }

    private static IEnumerable<DiagnosticDescriptor> AllRules() => Compiler.Diagnostics.Rules.All.OrderBy(r => r.Id, StringComparer.Ordinal);

    /// <summary>Analyzes an example; a rule that is hidden is raised as a user would.</summary>
    private static Task<(IReadOnlyList<Diagnostic> Ours, IReadOnlyList<Diagnostic> Errors)> AnalyzeAsync(string source, DiagnosticDescriptor rule)
    {
        var program = AnalyzedProgram.Compile(source, AnalyzedProgram.IsLibrary(source));
        if (rule.DefaultSeverity == DiagnosticSeverity.Hidden)
        {
            var severities = program.Options.SpecificDiagnosticOptions.SetItem(rule.Id, ReportDiagnostic.Info);
            program = program.WithOptions(program.Options.WithSpecificDiagnosticOptions(severities));
        }

        return AnalyzedProgram.AnalyzeAsync(program);
    }

    private static string Example(string page, string heading)
    {
        var match = Regex.Match(page, $"^## {heading}\n.*?^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(match.Success, $"The page has no example under '## {heading}'.");
        return match.Groups["code"].Value;
    }
}
