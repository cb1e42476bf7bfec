using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Where a pass finds a tensor.</summary>
internal abstract record OperandPlan
{
    /// <summary>A C# expression of its elements in a pass.</summary>
    public string Text() => this switch
    {
        ParameterOperand parameter => parameter.Name,
        SlotOperand slot => "f." + slot.Name,
        GradientSlotOperand gradient => $"f.{gradient.Name}.Span",
        PartOperand part => $"rt::PassRuntime.Part({part.Whole.Text()}, f.{part.Field})",
        FoldedOperand folded => $"{folded.Local}.{folded.Member}",
        MemberOperand { IsState: true } member => $"rt::PassRuntime.State({member.Path}, f.IsEvaluation)",
        MemberOperand { IsNullable: true } member => $"rt::OpRuntime.Read({member.Path})",
        MemberOperand { Kind: MemberKind.Parameter } member => member.Path + ".Values",
        MemberOperand member => member.Path + ".AsSpan()",
        _ => "default",
    };
}

/// <summary>A tensor of a list.</summary>
/// <param name="Whole">The memory of the list.</param>
/// <param name="Field">The plan's field that says which part of it.</param>
internal sealed record PartOperand(OperandPlan Whole, string Field) : OperandPlan;

/// <summary>A parameter of the pass: an input, a result or a result's gradient.</summary>
internal sealed record ParameterOperand(string Name, DType Type) : OperandPlan;

/// <summary>A slot of the frame.</summary>
internal sealed record SlotOperand(string Name, DType Type) : OperandPlan;

/// <summary>A slot of the frame that holds a gradient, read as the gradient of a result.</summary>
internal sealed record GradientSlotOperand(string Name) : OperandPlan;

/// <summary>A parameter or buffer of the module or of an inlined child.</summary>
/// <param name="Path">Path from <c>this</c>.</param>
/// <param name="IsState">Whether the op also writes it.</param>
internal sealed record MemberOperand(string Path, MemberKind Kind, DType Type, bool IsNullable, bool IsState) : OperandPlan;

/// <summary>A weight or bias that takes in what follows.</summary>
/// <param name="Local">The local that holds both.</param>
/// <param name="Member">Which.</param>
internal sealed record FoldedOperand(string Local, string Member) : OperandPlan;

/// <summary>An optional tensor that is not given, or a gradient that nothing reached.</summary>
internal sealed record AbsentOperand : OperandPlan;

/// <summary>Where a backward step writes the gradient of an input.</summary>
internal abstract record TargetPlan;

/// <summary>A gradient that nobody can want.</summary>
internal sealed record UnwantedTarget : TargetPlan;

/// <summary>The gradient of an input of the method; the caller says whether it is wanted.</summary>
internal sealed record InputTarget(string Name, bool IsFirst) : TargetPlan;

/// <summary>The gradient of a parameter, which knows itself whether it is wanted and whether it is the first.</summary>
internal sealed record MemberTarget(string Path, bool IsNullable) : TargetPlan;

/// <summary>The gradient of a tensor of a list.</summary>
internal sealed record PartTarget(TargetPlan Whole, string Field) : TargetPlan;

/// <summary>The gradient of an intermediate value.</summary>
/// <param name="Name">Its slot.</param>
/// <param name="IsFirst">Whether it overwrites.</param>
/// <param name="Wanted">The local that says whether anybody wants it; null where that is not asked.</param>
internal sealed record SlotTarget(string Name, bool IsFirst, string? Wanted) : TargetPlan;

/// <summary>Where binding finds a shape.</summary>
internal abstract record ShapePlan;

internal sealed record InputShape(int Index) : ShapePlan;

internal sealed record MemberShape(string Path, bool IsNullable) : ShapePlan;

/// <param name="Op">The local of the bound op.</param>
internal sealed record OpShape(string Op, int Output) : ShapePlan;

/// <param name="Plan">The local of the child's plan.</param>
/// <param name="IsOptional">Whether the child may leave the result out, so that what reads it must ask.</param>
internal sealed record ChildShape(string Plan, int Result, bool IsOptional = false) : ShapePlan;

/// <summary>What the next turn of a loop takes.</summary>
/// <param name="Loop">The local that binds the turns.</param>
internal sealed record TurnShape(string Loop, int Index) : ShapePlan;

/// <summary>A list: its memory, in one dim.</summary>
/// <param name="Local">The local that binds it.</param>
internal sealed record ListShape(string Local) : ShapePlan;

/// <summary>A tensor of a list.</summary>
/// <param name="Item">The local that holds it while binding.</param>
internal sealed record ItemShape(string Item) : ShapePlan;

/// <summary>All tensors of a list, one after the other.</summary>
/// <param name="Items">The local that holds them while binding.</param>
internal sealed record ItemsShape(string Items) : ShapePlan;

/// <summary>One element without dims.</summary>
internal sealed record ScalarShape : ShapePlan;

internal sealed record AbsentShape : ShapePlan;
