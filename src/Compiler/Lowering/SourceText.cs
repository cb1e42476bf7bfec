using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NnGen.Compiler.Lowering;

/// <summary>The user's text on one line, for comments and messages: no line breaks, no comments, so that layout does not matter.</summary>
internal static class SourceText
{
    /// <summary>The statement or expression body that a node stands in, without semicolon.</summary>
    public static string Statement(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case ArrowExpressionClauseSyntax arrow:
                    return Line(arrow.Expression);
                case LocalFunctionStatementSyntax or BlockSyntax:
                    return Line(node);
                case StatementSyntax statement:
                    return Line(statement);
            }
        }

        return Line(node);
    }

    /// <summary>A node on one line.</summary>
    public static string Line(SyntaxNode node)
    {
        var text = new StringBuilder();
        SyntaxToken previous = default;
        foreach (var token in node.DescendantTokens())
        {
            if (text.Length > 0 && IsSpaced(previous, token))
                text.Append(' ');
            text.Append(token.Text);
            previous = token;
        }

        return text.ToString().TrimEnd(';');
    }

    private static bool IsSpaced(SyntaxToken left, SyntaxToken right)
    {
        var trivia = left.TrailingTrivia.Concat(right.LeadingTrivia).ToList();
        if (trivia.Count == 0)
            return false;
        var isBroken = trivia.Any(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return !isBroken
            || !(left.IsKind(SyntaxKind.OpenParenToken) || left.IsKind(SyntaxKind.OpenBracketToken) || left.IsKind(SyntaxKind.DotToken)
                || right.IsKind(SyntaxKind.CloseParenToken) || right.IsKind(SyntaxKind.CloseBracketToken) || right.IsKind(SyntaxKind.DotToken));
    }
}
