using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NnGen.Compiler.Ir;

/// <summary>Builds scalar expressions, computing what is constant, and rebuilds them with parts replaced.</summary>
internal static class ScalarFolding
{
    public static ScalarIr Unary(string type, string @operator, ScalarIr operand)
        => operand is ConstantIr { Integer: { } value } && Compute(@operator, value) is { } result
            ? Constant(type, result)
            : new UnaryIr(type, @operator, operand);

    public static ScalarIr Binary(string type, string @operator, ScalarIr left, ScalarIr right)
    {
        if (left is ConstantIr { Integer: { } a } && right is ConstantIr { Integer: { } b } && IsInteger(type) && Compute(@operator, a, b) is { } result)
            return Constant(type, result);
        return (@operator, left, right) switch
        {
            ("&&", ConstantIr { Integer: 0 }, _) => left,
            ("&&", ConstantIr { Integer: 1 }, _) => right,
            ("||", ConstantIr { Integer: 1 }, _) => left,
            ("||", ConstantIr { Integer: 0 }, _) => right,
            ("&&", _, ConstantIr { Integer: 0 }) => right,
            ("||", _, ConstantIr { Integer: 1 }) => right,
            ("&&", _, ConstantIr { Integer: 1 }) => left,
            ("||", _, ConstantIr { Integer: 0 }) => left,
            ("??", ConstantIr { Text: "null" }, _) => right,
            ("??", ConstantIr or ListIr, _) => left,
            ("??", { } number, _) when NumberIr.TypeOf(number.Type) is not null => left,
            _ => new BinaryIr(type, @operator, left, right),
        };
    }

    public static ScalarIr Not(ScalarIr condition)
        => condition is UnaryIr { Operator: "!" } not ? not.Operand : Unary("bool", "!", condition);

    public static ScalarIr Conditional(string type, ScalarIr condition, ScalarIr whenTrue, ScalarIr whenFalse)
        => (type, condition, whenTrue, whenFalse) switch
        {
            (_, ConstantIr { Integer: { } value }, _, _) => value != 0 ? whenTrue : whenFalse,
            ("bool", _, ConstantIr { Integer: 0 }, _) => Binary(type, "&&", Not(condition), whenFalse),
            ("bool", _, ConstantIr { Integer: 1 }, _) => Binary(type, "||", condition, whenFalse),
            ("bool", _, _, ConstantIr { Integer: 0 }) => Binary(type, "&&", condition, whenTrue),
            ("bool", _, _, ConstantIr { Integer: 1 }) => Binary(type, "||", Not(condition), whenTrue),
            _ => new ConditionalIr(type, condition, whenTrue, whenFalse),
        };

    public static ScalarIr Conversion(string type, ScalarIr operand)
        => operand is ConstantIr { Integer: { } value } && type is "int" or "long" && Fits(type, value)
            ? Constant(type, value)
            : new ConversionIr(type, operand);

    private static ScalarIr Function(FunctionIr function)
        => function is { Function: ShapeIr.SizeFunction, Arguments: var arguments } && arguments[0] is ShapeIr shape ? shape.Size(arguments[1]) : function;

    public static ConstantIr Constant(string type, long value) => type switch
    {
        "bool" => new ConstantIr(type, value != 0 ? "true" : "false", value),
        _ => new ConstantIr(type, value.ToString(CultureInfo.InvariantCulture), value),
    };

    /// <summary>The expression with every leaf for which <paramref name="replace"/> gives something replaced; null where it gives up.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="replace">Gets each leaf that is no constant; null makes the whole null.</param>
    public static ScalarIr? Rewrite(ScalarIr scalar, Func<ScalarIr, ScalarIr?> replace)
    {
        switch (scalar)
        {
            case ConstantIr:
                return scalar;
            case UnaryIr unary:
                return Rewrite(unary.Operand, replace) is { } operand ? Unary(unary.Type, unary.Operator, operand) : null;
            case BinaryIr binary:
                return Rewrite(binary.Left, replace) is { } left && Rewrite(binary.Right, replace) is { } right
                    ? Binary(binary.Type, binary.Operator, left, right)
                    : null;
            case ConditionalIr conditional:
                return Rewrite(conditional.Condition, replace) is { } condition
                    && Rewrite(conditional.WhenTrue, replace) is { } whenTrue
                    && Rewrite(conditional.WhenFalse, replace) is { } whenFalse
                    ? Conditional(conditional.Type, condition, whenTrue, whenFalse)
                    : null;
            case ConversionIr conversion:
                return Rewrite(conversion.Operand, replace) is { } converted ? Conversion(conversion.Type, converted) : null;
            case FunctionIr function:
                return Rewrite(function.Arguments, replace) is { } arguments ? Function(function with { Arguments = arguments }) : null;
            case ListIr list:
                return Rewrite(list.Items, replace) is { } items ? list with { Items = items } : null;
            default:
                return replace(scalar);
        }
    }

    /// <summary>The leaves of an expression that are no constants.</summary>
    public static IReadOnlyList<ScalarIr> Leaves(ScalarIr scalar)
    {
        var leaves = new List<ScalarIr>();
        Rewrite(scalar, leaf =>
        {
            leaves.Add(leaf);
            return leaf;
        });
        return leaves;
    }

    /// <summary>Whether an expression is worth a name: every number that is computed of it would hold it anew.</summary>
    public static bool IsLong(ScalarIr scalar)
    {
        const int most = 64;
        var count = 0;
        return Exceeds(scalar);

        bool Exceeds(ScalarIr part) => ++count > most || part switch
        {
            UnaryIr unary => Exceeds(unary.Operand),
            BinaryIr binary => Exceeds(binary.Left) || Exceeds(binary.Right),
            ConditionalIr conditional => Exceeds(conditional.Condition) || Exceeds(conditional.WhenTrue) || Exceeds(conditional.WhenFalse),
            ConversionIr conversion => Exceeds(conversion.Operand),
            FunctionIr function => function.Arguments.Any(Exceeds),
            ListIr list => list.Items.Any(Exceeds),
            _ => false,
        };
    }

    private static EquatableArray<ScalarIr>? Rewrite(EquatableArray<ScalarIr> items, Func<ScalarIr, ScalarIr?> replace)
    {
        var rewritten = items.Select(item => Rewrite(item, replace)).ToList();
        return rewritten.Contains(null) ? null : rewritten.Select(item => item!).ToEquatableArray();
    }

    private static bool IsInteger(string type) => type is "int" or "long" or "bool";

    private static bool Fits(string type, long value) => type == "long" || value is >= int.MinValue and <= int.MaxValue;

    private static long? Compute(string @operator, long value) => @operator switch
    {
        "-" => -value,
        "+" => value,
        "!" => value == 0 ? 1 : 0,
        _ => null,
    };

    private static long? Compute(string @operator, long a, long b) => @operator switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" when b != 0 => a / b,
        "%" when b != 0 => a % b,
        "==" => a == b ? 1 : 0,
        "!=" => a != b ? 1 : 0,
        "<" => a < b ? 1 : 0,
        "<=" => a <= b ? 1 : 0,
        ">" => a > b ? 1 : 0,
        ">=" => a >= b ? 1 : 0,
        "&&" or "&" => a & b,
        "||" or "|" => a | b,
        _ => null,
    };
}
