using System.Runtime.CompilerServices;

namespace NnGen.Analyzers.Tests;

/// <summary>Wrong programs get exactly what they name; right programs get nothing.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Wrong => Programs("Wrong");

    public static TheoryData<string> Right => Programs("Right");

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongProgram_GetsTheExpectedDiagnostics(string name)
    {
        var program = MarkedProgram.Parse(Read("Wrong", name));
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(program.Text, AnalyzedProgram.IsLibrary(program.Text)));

        if (Environment.GetEnvironmentVariable("NNGEN_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(SourceOf("Wrong", name), MarkedProgram.Write(program.Text, ours));
            return;
        }

        Assert.NotEmpty(program.Expected);
        Assert.Equal(
            program.Expected.Select(e => (e.Id, e.Message, program.Text.Substring(e.Span.Start, e.Span.Length))),
            ours.Select(d => (d.Id, d.GetMessage(), program.Text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length))));
        Assert.Equal(program.Expected.Select(e => e.Span), ours.Select(d => d.Location.SourceSpan));
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task RightProgram_GetsNoDiagnostic(string name)
    {
        var text = Read("Right", name);
        var (ours, errors) = await AnalyzedProgram.AnalyzeAsync(AnalyzedProgram.Compile(text, AnalyzedProgram.IsLibrary(text)));

        Assert.Empty(ours.Select(d => $"{d.Id}: {d.GetMessage()}"));
        Assert.Empty(errors);
    }

    private static string SourceOf(string kind, string name, [CallerFilePath] string here = "")
        => Path.Combine(Path.GetDirectoryName(here)!, "Corpus", kind, name + ".cs");

    private static TheoryData<string> Programs(string kind)
        => new(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", kind), "*.cs").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal));

    private static string Read(string kind, string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", kind, name + ".cs"));
}
