using System;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Writes scalar expressions as C#, in a pass or while binding.</summary>
/// <param name="training">Expression for the training flag of a module by its path.</param>
/// <param name="dim">Expression for a dim of a value.</param>
/// <param name="rank">Expression for the number of dims of a value, by its id.</param>
/// <param name="shape">Expression for a whole shape, by the id of a value.</param>
/// <param name="bound">Expression for a number that binding has computed.</param>
/// <param name="absent">Condition under which an optional input is absent.</param>
/// <param name="item">Expression for the memory of a value of one element; null while binding.</param>
internal sealed class ScalarText(
    Func<string, string> training,
    Func<DimIr, string> dim,
    Func<int, string> rank,
    Func<int, string> shape,
    Func<BoundScalarIr, string> bound,
    Func<int, string> absent,
    Func<int, string>? item = null)
{
    public string Write(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Text,
        MemberScalarIr member => member.Path,
        BoundScalarIr number => bound(number),
        TrainingIr flag => training(flag.Path),
        DimIr axis => dim(axis),
        NullMemberIr member => member.Path + " is null",
        NullInputIr input => absent(input.Value),
        ItemIr element when item is not null => $"rt::PassRuntime.Item({item(element.Value)})",
        ShapeIr dims => shape(dims.Value) + Range(dims),
        RankIr dims => rank(dims.Value),
        UnaryIr unary => unary.Operator + Operand(unary.Operand),
        BinaryIr binary => $"{Operand(binary.Left)} {binary.Operator} {Operand(binary.Right)}",
        ConditionalIr conditional => $"{Operand(conditional.Condition)} ? {Operand(conditional.WhenTrue)} : {Operand(conditional.WhenFalse)}",
        ConversionIr conversion => $"({conversion.Type}){Operand(conversion.Operand)}",
        FunctionIr function => $"{function.Function}({string.Join(", ", function.Arguments.Select(Write))})",
        ListIr list => List(list),
        _ => throw new InvalidOperationException($"{scalar.GetType().Name} does not stand in a body."),
    };

    /// <summary>A check as a C# statement.</summary>
    public string Write(CheckIr check) => check.Exception.Length == 0
        ? $"global::System.Diagnostics.Debug.Assert({string.Join(", ", check.Arguments.Select(Write).Prepend(Write(ScalarFolding.Not(check.Condition))))});"
        : $"if ({Write(check.Condition)}) throw new {check.Exception}({string.Join(", ", check.Arguments.Select(Write))});";

    /// <summary>Whether a scalar may change between the forward and the backward pass.</summary>
    public static bool CanChange(ScalarIr scalar) => scalar switch
    {
        MemberScalarIr member => !member.IsReadOnly,
        TrainingIr or ItemIr => true,
        UnaryIr unary => CanChange(unary.Operand),
        BinaryIr binary => CanChange(binary.Left) || CanChange(binary.Right),
        ConditionalIr conditional => CanChange(conditional.Condition) || CanChange(conditional.WhenTrue) || CanChange(conditional.WhenFalse),
        ConversionIr conversion => CanChange(conversion.Operand),
        FunctionIr function => function.Arguments.Any(CanChange),
        ListIr list => list.Items.Any(CanChange),
        _ => false,
    };

    private static string Range(ShapeIr dims)
    {
        return dims.IsWhole ? "" : $"[{Place(dims.Start)}..{(dims.End is { } end ? Place(end) : "")}]";

        static string Place(int dim) => dim < 0 ? "^" + -dim : dim.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private string List(ListIr list)
    {
        var items = string.Join(", ", list.Items.Select(item => item.Type == ShapeIr.TypeName ? ".. " + Operand(item) : Write(item)));
        return list.Type.StartsWith("(", StringComparison.Ordinal) ? $"({items})" : $"[{items}]";
    }

    private string Operand(ScalarIr scalar)
    {
        var text = Write(scalar);
        var isComposed = scalar is UnaryIr or NullMemberIr or NullInputIr or BinaryIr or ConditionalIr or ConversionIr || (scalar is DimIr && text.Contains(' '));
        return isComposed ? $"({text})" : text;
    }
}
