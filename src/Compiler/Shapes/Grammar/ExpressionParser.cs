using System.Collections.Generic;
using System.Globalization;

namespace NnGen.Compiler.Shapes;

/// <summary>Sizes and conditions, by precedence: <c>||</c>, <c>&amp;&amp;</c>, comparisons, <c>+ -</c>, <c>* / //</c>, <c>??</c>, signs.</summary>
internal sealed class ExpressionParser(TokenReader tokens, NameTable names)
{
    private static readonly Dictionary<string, (Operator Operator, int Precedence)> Operators = new()
    {
        ["||"] = (Operator.Or, 1),
        ["&&"] = (Operator.And, 2),
        ["=="] = (Operator.Equal, 3),
        ["!="] = (Operator.NotEqual, 3),
        ["<"] = (Operator.Less, 3),
        ["<="] = (Operator.LessOrEqual, 3),
        [">"] = (Operator.Greater, 3),
        [">="] = (Operator.GreaterOrEqual, 3),
        ["+"] = (Operator.Add, 4),
        ["-"] = (Operator.Subtract, 4),
        ["*"] = (Operator.Multiply, 5),
        ["/"] = (Operator.DivideExactly, 5),
        ["//"] = (Operator.FloorDivide, 5),
        ["??"] = (Operator.Coalesce, 6),
    };

    private const int SizePrecedence = 4;

    public Expression ParseSize()
    {
        var start = tokens.Current;
        var expression = ParseBinary(SizePrecedence);
        return IsCondition(expression) ? throw TokenReader.Error(start, "Expected a size, found a condition.") : expression;
    }

    public Expression ParseCondition()
    {
        var start = tokens.Current;
        var expression = ParseBinary(1);
        return IsCondition(expression) || expression is HyperExpression or NumberExpression
            ? expression
            : throw TokenReader.Error(start, "Expected a condition, such as 'bias == true', found a size.");
    }

    /// <summary>An argument of a combinator: a size, or a list of sizes in brackets.</summary>
    public Expression ParseArgument()
    {
        if (!tokens.Current.Is("["))
            return ParseSize();
        var open = tokens.Take();
        var items = new List<Expression>();
        while (!tokens.Current.Is("]"))
        {
            if (items.Count > 0)
                tokens.Expect(",", "between the items of a list");
            items.Add(ParseSize());
        }

        tokens.Take();
        return new ListExpression(open.Position, items);
    }

    private static bool IsCondition(Expression expression)
        => expression is NotExpression or BinaryExpression { Operator: >= Operator.Equal };

    private Expression ParseBinary(int minimum)
    {
        var left = ParseUnary();
        while (tokens.Current.Kind == TokenKind.Symbol
            && Operators.TryGetValue(tokens.Current.Text, out var found)
            && found.Precedence >= minimum)
        {
            var token = tokens.Take();
            var right = ParseBinary(found.Precedence + 1);
            CheckOperands(token, found.Operator, left, right);
            left = new BinaryExpression(left.Position, found.Operator, left, right);
        }

        return left;
    }

    private static void CheckOperands(Token token, Operator @operator, Expression left, Expression right)
    {
        if (@operator is Operator.And or Operator.Or)
            return;
        if (@operator == Operator.Coalesce && left is not HyperExpression)
            throw TokenReader.Error(token, "'??' follows a hyperparameter that may be null.");
        if (IsCondition(left) || IsCondition(right))
            throw TokenReader.Error(token, $"{token.Display} takes sizes, not conditions.");
    }

    private Expression ParseUnary()
    {
        var position = tokens.Current.Position;
        if (tokens.TryTake("-"))
            return new NegateExpression(position, ParseUnary());
        if (tokens.TryTake("!"))
            return new NotExpression(position, ParseUnary());
        return ParsePrimary();
    }

    private Expression ParsePrimary()
    {
        var token = tokens.Current;
        if (tokens.TryTake("("))
        {
            var inner = ParseBinary(1);
            tokens.Expect(")", "after the expression");
            return inner;
        }

        if (token.Kind == TokenKind.Number)
            return new NumberExpression(tokens.Take().Position, ReadNumber(token));
        if (token.Kind != TokenKind.Name || token.Text == "_")
            throw tokens.Error($"Expected a size, found {token.Display}.");
        tokens.Take();
        return tokens.Current.Is("(") ? ParseCall(token) : ParseNamed(token);
    }

    private static long ReadNumber(Token token)
        => long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw TokenReader.Error(token, $"{token.Text} is too large.");

    private Expression ParseNamed(Token token)
    {
        if (token.Text is "true" or "false")
            return new NumberExpression(token.Position, token.Text == "true" ? 1 : 0);
        if (tokens.TryTake("["))
        {
            var negative = tokens.TryTake("-");
            if (tokens.Current.Kind != TokenKind.Number)
                throw tokens.Error($"Expected the number of an item of '{token.Text}', found {tokens.Current.Display}.");
            var item = (int)ReadNumber(tokens.Take());
            tokens.Expect("]", $"after the item of '{token.Text}'");
            return new HyperExpression(token.Position, token.Text, names.Hyper(token.Text), negative ? -item : item);
        }

        return names.IsHyper(token.Text)
            ? new HyperExpression(token.Position, token.Text, names.Hyper(token.Text), null)
            : new DimExpression(token.Position, token.Text, names.Dim(token.Text));
    }

    private Expression ParseCall(Token function)
    {
        tokens.Take();
        var expression = function.Text switch
        {
            "floor" => ParseRounding(function, Operator.FloorDivide),
            "ceil" => ParseRounding(function, Operator.CeilDivide),
            "min" => ParseMinimum(function),
            "sum" => ParseSum(function),
            "count" => new CountExpression(function.Position, tokens.ExpectName("the name of a variadic input").Text),
            "prod" => ParsePack(function, PackFunction.Product),
            "rank" => ParsePack(function, PackFunction.Rank),
            "size" => ParsePack(function, PackFunction.Size),
            _ => throw TokenReader.Error(function, $"There is no function '{function.Text}'."),
        };
        tokens.Expect(")", $"after the arguments of '{function.Text}'");
        return expression;
    }

    private Expression ParseRounding(Token function, Operator rounding)
        => ParseSize() is BinaryExpression { Operator: Operator.DivideExactly } division
            ? division with { Position = function.Position, Operator = rounding }
            : throw TokenReader.Error(function, $"'{function.Text}' takes one division: {function.Text}(a / b).");

    private Expression ParseMinimum(Token function)
    {
        var left = ParseSize();
        tokens.Expect(",", "between the sizes that 'min' takes");
        return new BinaryExpression(function.Position, Operator.Minimum, left, ParseSize());
    }

    private Expression ParseSum(Token function)
    {
        var name = tokens.ExpectName("the name of a dim");
        return NameTable.IsPerItem(name.Text)
            ? new SumExpression(function.Position, name.Text, names.Dim(name.Text))
            : throw TokenReader.Error(name, $"'sum' takes a dim of a variadic input, whose name ends in _i, not '{name.Text}'.");
    }

    private Expression ParsePack(Token function, PackFunction kind)
    {
        tokens.Expect("*", $"before the pack that '{function.Text}' takes");
        var name = tokens.ExpectName("the name of a pack").Text;
        Expression? dim = null;
        if (kind == PackFunction.Size)
        {
            tokens.Expect(",", "before the dim that 'size' takes");
            dim = ParseSize();
        }

        return new PackExpression(function.Position, kind, name, names.Pack(name), dim);
    }
}
