using System;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Writes scalar expressions as C#, in a pass or while binding.</summary>
/// <param name="training">Expression for the training flag of a module by its path.</param>
/// <param name="dim">Expression for a dim of a value.</param>
/// <param name="rank">Expression for the number of dims of a value, by its id.</param>
/// <param name="input">Expression for the shape of an input, null where it is absent; only conditions of variants ask for it.</param>
internal sealed class ScalarText(Func<string, string> training, Func<DimIr, string> dim, Func<int, string> rank, Func<int, string>? input = null)
{
    public string Write(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Text,
        MemberScalarIr member => member.Path,
        TrainingIr flag => training(flag.Path),
        DimIr axis => dim(axis),
        NullMemberIr member => member.Path + " is null",
        NullInputIr absent when input is not null => input(absent.Value) + " is null",
        RankIr dims => rank(dims.Value),
        UnaryIr unary => unary.Operator + Operand(unary.Operand),
        BinaryIr binary => $"{Operand(binary.Left)} {binary.Operator} {Operand(binary.Right)}",
        ConditionalIr conditional => $"{Operand(conditional.Condition)} ? {Operand(conditional.WhenTrue)} : {Operand(conditional.WhenFalse)}",
        ConversionIr conversion => $"({conversion.Type}){Operand(conversion.Operand)}",
        FunctionIr function => $"{function.Function}({string.Join(", ", function.Arguments.Select(Write))})",
        ListIr list => List(list),
        _ => throw new InvalidOperationException($"{scalar.GetType().Name} does not stand in a body."),
    };

    /// <summary>Whether a scalar may change between the forward and the backward pass.</summary>
    public static bool CanChange(ScalarIr scalar) => scalar switch
    {
        MemberScalarIr member => !member.IsReadOnly,
        TrainingIr => true,
        UnaryIr unary => CanChange(unary.Operand),
        BinaryIr binary => CanChange(binary.Left) || CanChange(binary.Right),
        ConditionalIr conditional => CanChange(conditional.Condition) || CanChange(conditional.WhenTrue) || CanChange(conditional.WhenFalse),
        ConversionIr conversion => CanChange(conversion.Operand),
        FunctionIr function => function.Arguments.Any(CanChange),
        ListIr list => list.Items.Any(CanChange),
        _ => false,
    };

    private string List(ListIr list)
    {
        var items = string.Join(", ", list.Items.Select(Write));
        return list.Type.StartsWith("(", StringComparison.Ordinal) ? $"({items})" : $"[{items}]";
    }

    private string Operand(ScalarIr scalar)
        => scalar is UnaryIr or NullMemberIr or NullInputIr or BinaryIr or ConditionalIr or ConversionIr ? $"({Write(scalar)})" : Write(scalar);
}
