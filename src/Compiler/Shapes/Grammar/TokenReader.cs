using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>Tokens with a position in them: what every part of the parser works on.</summary>
internal sealed class TokenReader(string text)
{
    private readonly IReadOnlyList<Token> _tokens = Tokenizer.Read(text);
    private int _index;

    public Token Current => _tokens[_index];

    public Token Next => _tokens[_index + 1 < _tokens.Count ? _index + 1 : _index];

    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            _index++;
        return token;
    }

    public bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        _index++;
        return true;
    }

    public bool TryTakeWord(string word)
    {
        if (!Current.IsWord(word))
            return false;
        _index++;
        return true;
    }

    public Token Expect(string symbol, string after)
        => Current.Is(symbol) ? Take() : throw Error($"Expected '{symbol}' {after}, found {Current.Display}.");

    public Token ExpectName(string what)
        => Current.Kind == TokenKind.Name ? Take() : throw Error($"Expected {what}, found {Current.Display}.");

    public ContractException Error(string message) => Error(Current, message);

    public static ContractException Error(Token token, string message) => new(token.Position, token.Text.Length, message);
}
