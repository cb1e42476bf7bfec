using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

internal enum TokenKind
{
    Name,
    Number,
    Symbol,
    End,
}

internal readonly struct Token(TokenKind kind, string text, int position)
{
    public TokenKind Kind { get; } = kind;

    public string Text { get; } = text;

    public int Position { get; } = position;

    public string Display => Kind == TokenKind.End ? "the end" : $"'{Text}'";

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}

/// <summary>Cuts a contract into names, numbers and symbols.</summary>
internal static class Tokenizer
{
    // Longest first.
    private static readonly string[] Symbols =
    [
        "...", "->", "//", "==", "!=", "<=", ">=", "&&", "||", "??",
        ":", ";", ",", "*", "#", "?", "!", "~", "(", ")", "[", "]", "+", "-", "/", "|", "=", "<", ">",
    ];

    public static IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (position == text.Length)
                break;
            var token = ReadToken(text, position);
            tokens.Add(token);
            position += token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static Token ReadToken(string text, int start)
    {
        var end = start;
        if (char.IsDigit(text[start]))
        {
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            return new Token(TokenKind.Number, text.Substring(start, end - start), start);
        }

        if (char.IsLetter(text[start]) || text[start] == '_')
        {
            // Dots too: a symbol of a [Shape] may be a path, such as config.Heads.
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || IsPathDot(text, end)))
                end++;
            return new Token(TokenKind.Name, text.Substring(start, end - start), start);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, start, symbol, 0, symbol.Length) == 0)
                return new Token(TokenKind.Symbol, symbol, start);
        }

        throw new ContractException(start, 1, $"'{text[start]}' has no meaning here.");
    }

    private static bool IsPathDot(string text, int index)
        => text[index] == '.' && index + 1 < text.Length && char.IsLetter(text[index + 1]);
}
