using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NnGen.Analyzers.Tests.Pages;

/// <summary>Every block of C# in the README and in docs compiles without a warning, and runs.</summary>
[Collection(nameof(PageExampleTests))]
public partial class PageExampleTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>The pages; those of rules have a test of their own.</summary>
    public static TheoryData<string> Pages =>
        [.. new[] { "README.md", "CONTRIBUTING.md" }.Concat(Directory.GetFiles(Path.Combine(s_root, "docs"), "*.md").Select(path => Path.GetRelativePath(s_root, path)).Order(StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_examples_compile_and_run(string page)
    {
        var mistakes = new List<string>();
        foreach (var example in PageExample.Of((await File.ReadAllTextAsync(Path.Combine(s_root, page))).ReplaceLineEndings("\n")))
        {
            if (await MistakeAsync(example) is { } mistake)
                mistakes.Add($"{page}, line {example.Line}: {mistake}\n{example.Source}");
        }

        Assert.True(mistakes.Count == 0, string.Join("\n\n", mistakes));
    }

    [Fact]
    public void Links_lead_to_files()
    {
        var pages = new[] { "README.md", "CONTRIBUTING.md" }
            .Concat(new[] { "docs", "samples" }.SelectMany(folder => Directory.GetFiles(Path.Combine(s_root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(page => Path.Combine(s_root, page));
        var broken = pages.SelectMany(page => Link().Matches(File.ReadAllText(page))
            .Select(link => Path.Combine(Path.GetDirectoryName(page)!, link.Groups["path"].Value))
            .Where(path => !Path.Exists(path)));
        Assert.Empty(broken);
    }

    /// <summary>A link within the repository.</summary>
    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    private static async Task<string?> MistakeAsync(PageExample example)
    {
        var program = AnalyzedProgram.Compile(example.Source, AnalyzedProgram.IsLibrary(example.Source));
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(program);
        if (example.Error is { } expected)
            return ours.Any(d => d.Id == expected) ? null : $"{expected} was expected.";
        if (ours.Where(d => d.Severity > DiagnosticSeverity.Info).Concat(errors).ToList() is { Count: > 0 } found)
            return string.Join('\n', found);
        if (!example.IsRun)
            return null;
        var printed = Run(program);
        return example.Printed is { } text && !printed.Contains(text.Trim(), StringComparison.Ordinal) ? $"it printed\n{printed}" : null;
    }

    /// <summary>Runs a program in a folder of its own from which the data can be reached as in the repository.</summary>
    /// <returns>What it printed.</returns>
    private static string Run(Compilation program)
    {
        using var stream = new MemoryStream();
        Assert.True(program.Emit(stream).Success);
        var main = Assembly.Load(stream.ToArray()).EntryPoint!;
        var (current, console) = (Environment.CurrentDirectory, Console.Out);
        var folder = Directory.CreateTempSubdirectory("nngen-page");
        using var output = new StringWriter();
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "samples"), Path.Combine(s_root, "samples"));
            Environment.CurrentDirectory = folder.FullName;
            Console.SetOut(output);
            main.Invoke(null, [Array.Empty<string>()]);
            return output.ToString().ReplaceLineEndings("\n");
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = current;
            File.Delete(Path.Combine(folder.FullName, "samples"));
            folder.Delete(recursive: true);
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

/// <summary>Programs change the current folder and the console, so nothing else runs beside them.</summary>
[CollectionDefinition(nameof(PageExampleTests), DisableParallelization = true)]
public class PageExampleCollection;
