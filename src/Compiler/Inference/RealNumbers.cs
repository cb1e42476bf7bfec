using System;
using System.Globalization;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Numbers that are no sizes, where they are known: <c>(int)Math.Ceiling(channels * width / 8) * 8</c>.</summary>
internal static class RealNumbers
{
    private const string Math = "global::System.Math.";

    /// <summary>The number; null where it is not known.</summary>
    public static double? Of(ScalarIr scalar, ScalarShapes sizes) => scalar switch
    {
        ConstantIr { Integer: { } integer } => integer,
        ConstantIr { Type: "double" or "float" } constant => Parse(constant.Text),
        ConstructorParameterIr or MemberScalarIr => sizes.Hyper(scalar) is var value && value.Kind == HyperKind.Number ? value.Number.Value : value.Real,
        UnaryIr { Operator: "-" } unary => -Of(unary.Operand, sizes),
        BinaryIr { Type: "int" or "long" } whole => sizes.Size(whole)?.Value,
        BinaryIr binary when Of(binary.Left, sizes) is { } left && Of(binary.Right, sizes) is { } right => Apply(binary.Operator, left, right),
        ConversionIr { Type: "double" or "float" } conversion => Of(conversion.Operand, sizes),
        ConversionIr { Type: "int" or "long" } conversion => sizes.Size(conversion)?.Value,
        FunctionIr { Function: ListFunctions.Item or ListFunctions.Count } item => sizes.Size(item)?.Value,
        FunctionIr function when function.Function.StartsWith(Math, StringComparison.Ordinal) => Function(function, sizes),
        _ => null,
    };

    /// <summary>The number as C# converts it to an integer.</summary>
    public static Dim? Truncated(ScalarIr scalar, ScalarShapes sizes)
        => Of(scalar, sizes) is { } number && System.Math.Abs(number) < int.MaxValue ? (long)number : null;

    private static double? Parse(string text)
        => double.TryParse(text.TrimEnd('f', 'F', 'd', 'D'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Apply(string @operator, double left, double right) => @operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        _ => null,
    };

    private static double? Function(FunctionIr function, ScalarShapes sizes)
    {
        var numbers = function.Arguments.Select(argument => Of(argument, sizes)).ToList();
        if (numbers.Contains(null))
            return null;
        return (function.Function.Substring(Math.Length), numbers.Count) switch
        {
            ("Ceiling", 1) => System.Math.Ceiling(numbers[0]!.Value),
            ("Floor", 1) => System.Math.Floor(numbers[0]!.Value),
            ("Round", 1) => System.Math.Round(numbers[0]!.Value),
            ("Truncate", 1) => System.Math.Truncate(numbers[0]!.Value),
            ("Sqrt", 1) => System.Math.Sqrt(numbers[0]!.Value),
            ("Max", 2) => System.Math.Max(numbers[0]!.Value, numbers[1]!.Value),
            ("Min", 2) => System.Math.Min(numbers[0]!.Value, numbers[1]!.Value),
            ("Pow", 2) => System.Math.Pow(numbers[0]!.Value, numbers[1]!.Value),
            ("Log", 1) => System.Math.Log(numbers[0]!.Value),
            ("Log2", 1) => System.Math.Log(numbers[0]!.Value, 2),
            _ => null,
        };
    }
}
