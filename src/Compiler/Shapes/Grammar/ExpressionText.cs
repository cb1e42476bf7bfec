using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>Expressions and shapes as a contract writes them, for messages.</summary>
internal static class ExpressionText
{
    private static readonly Dictionary<Operator, (string Symbol, int Precedence)> Operators = new()
    {
        [Operator.Or] = (" || ", 1),
        [Operator.And] = (" && ", 2),
        [Operator.Equal] = (" == ", 3),
        [Operator.NotEqual] = (" != ", 3),
        [Operator.Less] = (" < ", 3),
        [Operator.LessOrEqual] = (" <= ", 3),
        [Operator.Greater] = (" > ", 3),
        [Operator.GreaterOrEqual] = (" >= ", 3),
        [Operator.Add] = (" + ", 4),
        [Operator.Subtract] = (" - ", 4),
        [Operator.Multiply] = ("*", 5),
        [Operator.DivideExactly] = ("/", 5),
        [Operator.FloorDivide] = ("//", 5),
        [Operator.Coalesce] = (" ?? ", 6),
    };

    public static string Write(Expression expression) => Write(expression, 0);

    public static string Write(ShapePattern shape) => string.Join(", ", shape.Elements.Select(element => Write(element)));

    private static string Write(ShapeElement element) => element switch
    {
        SizeElement size => (size.Broadcasts ? "#" : "") + Write(size.Size),
        PackElement pack => pack.Name is null ? "..." : (pack.Broadcasts ? "#*" : "*") + pack.Name,
        CombinatorElement combinator => Write(combinator),
        _ => "_",
    };

    private static string Write(CombinatorElement combinator)
    {
        var arguments = (combinator.Variadic is { } variadic ? [variadic] : combinator.Shapes.Select(Bracket))
            .Concat(combinator.Arguments.Select(argument => Write(argument)));
        return $"{Combinators.NameOf(combinator.Combinator)}({string.Join(", ", arguments)})";
    }

    private static string Bracket(ShapePattern shape)
        => shape.Elements.Count == 1 && shape.Elements[0] is not SizeElement ? Write(shape) : $"[{Write(shape)}]";

    private static string Write(Expression expression, int outer)
    {
        if (expression is BinaryExpression binary && Operators.TryGetValue(binary.Operator, out var found))
        {
            var text = Write(binary.Left, found.Precedence) + found.Symbol + Write(binary.Right, found.Precedence + 1);
            return found.Precedence < outer ? $"({text})" : text;
        }

        return expression switch
        {
            NumberExpression number => number.Value.ToString(CultureInfo.InvariantCulture),
            DimExpression dim => dim.Name,
            HyperExpression hyper => hyper.Display,
            BinaryExpression { Operator: Operator.Minimum } minimum => $"min({Write(minimum.Left, 0)}, {Write(minimum.Right, 0)})",
            BinaryExpression ceil => $"ceil({Write(ceil.Left, 5)}/{Write(ceil.Right, 6)})",
            NegateExpression negate => "-" + Write(negate.Operand, 6),
            NotExpression not => "!" + Write(not.Operand, 6),
            SumExpression sum => $"sum({sum.Name})",
            CountExpression count => $"count({count.Input})",
            PackExpression { Function: PackFunction.Product } pack => $"prod(*{pack.Name})",
            PackExpression { Function: PackFunction.Rank } pack => $"rank(*{pack.Name})",
            PackExpression pack => $"size(*{pack.Name}, {Write(pack.Dim!, 0)})",
            ListExpression list => "[" + string.Join(", ", list.Items.Select(item => Write(item))) + "]",
            _ => "",
        };
    }
}
