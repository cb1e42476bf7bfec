using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NnGen.Analyzers.Tests;

/// <summary>
/// A program with the diagnostics it must get. Each stands in a comment line <c>// NNG1001: message</c> at the top, in the
/// order in which their spans <c>[|...|]</c> open in the text.
/// </summary>
internal sealed partial class MarkedProgram
{
    private MarkedProgram(string text, IReadOnlyList<ExpectedDiagnostic> expected)
    {
        Text = text;
        Expected = expected;
    }

    /// <summary>The source, without marks.</summary>
    public string Text { get; }

    /// <summary>What must be reported, nothing else.</summary>
    public IReadOnlyList<ExpectedDiagnostic> Expected { get; }

    public static MarkedProgram Parse(string source)
    {
        var (text, spans) = TakeMarks(source.ReplaceLineEndings("\n"));
        var lines = Header().Matches(text).Select(m => (Id: m.Groups["id"].Value, Message: m.Groups["message"].Value.TrimEnd())).ToArray();
        if (lines.Length != spans.Count)
            throw new FormatException($"The program names {lines.Length} diagnostics at its top but marks {spans.Count} spans.");
        return new MarkedProgram(text, lines.Zip(spans, (line, span) => new ExpectedDiagnostic(line.Id, line.Message, span)).ToArray());
    }

    /// <summary>A program without lines and marks, given those of what was found in it.</summary>
    public static string Write(string text, IReadOnlyList<Diagnostic> found)
    {
        var spans = found.Select(d => d.Location.SourceSpan).ToList();
        var marks = spans.Select(span => (At: span.Start, Mark: "[|")).Concat(spans.Select(span => (At: span.End, Mark: "|]")));
        var marked = new System.Text.StringBuilder(text);
        foreach (var (at, mark) in marks.OrderByDescending(m => m.At).ThenBy(m => m.Mark, StringComparer.Ordinal))
            marked.Insert(at, mark);
        return string.Concat(found.Select(d => $"// {d.Id}: {d.GetMessage()}\n")) + Header().Replace(marked.ToString(), "").TrimStart('\n');
    }

    private static (string Text, List<TextSpan> Spans) TakeMarks(string source)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<(int Open, int Start, int End)>();
        var open = new Stack<(int Order, int Start)>();
        for (var i = 0; i < source.Length; i++)
        {
            if (string.CompareOrdinal(source, i, "[|", 0, 2) == 0)
            {
                open.Push((spans.Count + open.Count, text.Length));
                i++;
            }
            else if (string.CompareOrdinal(source, i, "|]", 0, 2) == 0)
            {
                var (order, start) = open.Pop();
                spans.Add((order, start, text.Length));
                i++;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return (text.ToString(), spans.OrderBy(s => s.Open).Select(s => TextSpan.FromBounds(s.Start, s.End)).ToList());
    }

    [GeneratedRegex(@"^// (?<id>NNG\d{4}): (?<message>.*)$", RegexOptions.Multiline)]
    private static partial Regex Header();
}

/// <param name="Id">The rule.</param>
/// <param name="Message">Its whole message.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ExpectedDiagnostic(string Id, string Message, TextSpan Span);
