using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NnGen.Compiler.Lowering;

/// <summary>The user's text on one line, for comments and messages: no line breaks, no comments, so that layout does not matter.</summary>
internal static class SourceText
{
    /// <summary>Where a text ends: a long expression holds others, each of which has its text too.</summary>
    private const int MostCharacters = 400;

    /// <summary>The statement or expression body that a node stands in, without semicolon and without what runs under its condition.</summary>
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
                    return Head(statement);
            }
        }

        return Line(node);
    }

    /// <summary>A statement up to the statements in it: <c>while (x.Item() > 0)</c>.</summary>
    public static string Head(SyntaxNode statement)
    {
        if (statement is DoStatementSyntax { Condition: var condition })
            return $"do while ({Line(condition)})";
        var first = statement is SwitchStatementSyntax @switch ? @switch.OpenBraceToken.SpanStart : statement.ChildNodes().OfType<StatementSyntax>().FirstOrDefault()?.SpanStart;
        return first is { } end ? Line(statement.DescendantTokens().TakeWhile(token => token.SpanStart < end)) : Line(statement);
    }

    /// <summary>A node on one line.</summary>
    public static string Line(SyntaxNode node) => Line(node.DescendantTokens());

    private static string Line(IEnumerable<SyntaxToken> tokens)
    {
        var text = new StringBuilder();
        SyntaxToken previous = default;
        foreach (var token in tokens)
        {
            if (text.Length > MostCharacters)
                return text.Append(" ...").ToString();
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
