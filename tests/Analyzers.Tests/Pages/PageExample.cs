using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NnGen.Analyzers.Tests.Pages;

/// <summary>
/// A block of C# on a page, with what makes it a program. A comment before the block says what the page does not show:
/// <c>given</c> with code that the page's further blocks may use, <c>continues</c> (the block before goes on), <c>compiled only</c> (it is not
/// run), <c>error: ID</c> (it must get this diagnostic), <c>generated: FILE</c> (an excerpt, compared elsewhere).
/// </summary>
/// <param name="Line">Where the block begins.</param>
/// <param name="Source">The program.</param>
/// <param name="Error">The diagnostic that it must get.</param>
/// <param name="IsRun">Whether it is run.</param>
/// <param name="Printed">What it must print, where a block of text marked <c>prints</c> follows.</param>
internal sealed partial record PageExample(int Line, string Source, string? Error, bool IsRun, string? Printed)
{
    /// <summary>All examples of a page.</summary>
    public static IReadOnlyList<PageExample> Of(string text)
    {
        var examples = new List<PageExample>();
        var given = new Parts("");
        var before = given;
        foreach (var element in Element().Matches(text).Cast<Match>())
        {
            var code = element.Groups["code"].Value;
            var note = element.Groups["note"].Value.Trim();
            switch (element.Groups["language"].Value)
            {
                case "":
                    given = new Parts(element.Groups["given"].Value);
                    break;
                case "text" when note == "prints":
                    examples[^1] = examples[^1] with { Printed = code };
                    break;
                case "csharp" when !note.StartsWith("generated:", StringComparison.Ordinal):
                    var whole = (note == "continues" ? before : given).With(new Parts(code));
                    before = whole;
                    var error = note.StartsWith("error:", StringComparison.Ordinal) ? note["error:".Length..].Trim() : null;
                    var isRun = error is null && !note.StartsWith("compiled only", StringComparison.Ordinal) && whole.HasStatements;
                    examples.Add(new(1 + text[..element.Groups["code"].Index].Count(c => c == '\n'), whole.ToString(), error, isRun, null));
                    break;
            }
        }

        return examples;
    }

    [GeneratedRegex(
        @"^<!--\ given\n(?<given>.*?)^-->\n | ^(?:<!--\ (?<note>[^\n]*?)\ -->\n)?[ ]*```(?<language>csharp|text)\n(?<code>.*?)^[ ]*```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Element();

    /// <summary>The parts of a program in the order in which C# takes them: usings, statements, types.</summary>
    private sealed class Parts
    {
        private readonly IReadOnlyList<string> _usings, _statements;
        private readonly IReadOnlyList<(string Name, string Text)> _types;

        public Parts(string source)
        {
            var unit = CSharpSyntaxTree.ParseText(source, AnalyzedProgram.ParseOptions).GetCompilationUnitRoot();
            _usings = [.. unit.Usings.Select(u => u.ToString())];
            _statements = [.. unit.Members.OfType<GlobalStatementSyntax>().Select(s => s.ToFullString())];
            _types = [.. unit.Members.Where(m => m is not GlobalStatementSyntax).Select(m => ((m as BaseTypeDeclarationSyntax)?.Identifier.Text ?? m.ToString(), m.ToFullString()))];
        }

        private Parts(IReadOnlyList<string> usings, IReadOnlyList<string> statements, IReadOnlyList<(string, string)> types)
            => (_usings, _statements, _types) = (usings, statements, types);

        public bool HasStatements => _statements.Count > 0;

        /// <summary>Followed by others, whose types replace those of the same name.</summary>
        public Parts With(Parts next) => new(
            [.. _usings.Union(next._usings)],
            [.. _statements, .. next._statements],
            [.. _types.Where(type => next._types.All(other => other.Name != type.Name)), .. next._types]);

        public override string ToString() => string.Concat(_usings.Select(u => u + "\n").Concat(_statements).Concat(_types.Select(type => type.Text)));
    }
}
