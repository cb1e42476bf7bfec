using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>One compiled method: how it is bound, what its frame holds, what its passes do.</summary>
/// <param name="Index">Number of the method among the module's.</param>
/// <param name="Names">Names of what is generated for it.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Results">Its results.</param>
/// <param name="Bind">How shapes are bound.</param>
/// <param name="Slots">Memory of the frame.</param>
/// <param name="Scalars">Scalars kept in the frame from the forward pass to the backward pass.</param>
/// <param name="Children">Children with frames of their own.</param>
/// <param name="Parameters">Every parameter that a gradient reaches.</param>
/// <param name="Saved">Every parameter and buffer whose value Backward reads.</param>
/// <param name="Wanted">For each intermediate gradient, who wants it.</param>
/// <param name="Forward">The forward pass.</param>
/// <param name="Backward">The backward pass.</param>
/// <param name="Variables">What the method takes besides tensors; inside loops also what differs from turn to turn.</param>
/// <param name="Bodies">The turns of the loops and the arms of the branches that stand in it.</param>
/// <param name="Lists">Names of what binds the lists that it takes.</param>
/// <param name="IsBody">Whether it is a turn or an arm, which only its own class runs.</param>
internal sealed record MethodPlan(
    int Index,
    MethodNames Names,
    EquatableArray<InputPlan> Inputs,
    EquatableArray<ResultPlan> Results,
    BindPlan Bind,
    EquatableArray<SlotPlan> Slots,
    EquatableArray<ScalarSlotPlan> Scalars,
    EquatableArray<ChildPlan> Children,
    EquatableArray<MemberOperand> Parameters,
    EquatableArray<MemberOperand> Saved,
    EquatableArray<WantedPlan> Wanted,
    EquatableArray<StepPlan> Forward,
    EquatableArray<StepPlan> Backward,
    EquatableArray<TurnVariable> Variables,
    EquatableArray<MethodPlan> Bodies,
    bool IsBody,
    EquatableArray<string> Lists)
{
    /// <summary>It and the turns of all loops and the arms of all branches in it.</summary>
    public IEnumerable<MethodPlan> All => Bodies.SelectMany(body => body.All).Prepend(this);
}

/// <param name="Method">The user's name of it.</param>
/// <param name="Suffix">What its entries' names end with: empty for <c>Forward</c>, <c>Encode</c> gives <c>CallEncode</c>.</param>
/// <param name="Stem">What its passes, plan and frame are named by: <c>Forward</c>, <c>Forward1</c> for an overload.</param>
internal sealed record MethodNames(string Method, string Suffix, string Stem)
{
    public string ForwardPass => Stem + "Pass";

    public string BackwardPass => Stem == "Forward" ? "BackwardPass" : Stem + "BackwardPass";

    public string Plan => Stem + "Plan";

    public string Frame => Stem + "Frame";

    public string Bind => "Bind" + Stem;

    /// <summary>Names of what is generated for a turn of a loop in the method.</summary>
    /// <param name="index">Number of the loop.</param>
    public MethodNames Turn(int index) => new(Method, Suffix, Stem + "Loop" + Number(index));

    /// <summary>Names of what is generated for an arm of a branch in the method.</summary>
    /// <param name="index">Number of the branch.</param>
    /// <param name="arm">Number of the arm.</param>
    /// <param name="count">How many arms the branch has.</param>
    public MethodNames Arm(int index, int arm, int count)
        => new(Method, Suffix, Stem + (arm == count - 1 ? "Else" : "If") + Number(index) + (count == 2 || arm == count - 1 ? "" : "Case" + (arm + 1).ToString(CultureInfo.InvariantCulture)));

    private static string Number(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);
}

/// <param name="Name">Name of the parameter in the passes.</param>
/// <param name="Input">The input as declared.</param>
/// <param name="Remark">Its shape for comments, or null.</param>
/// <param name="Gradient">Name of its gradient in the backward pass, or null where it can have none.</param>
/// <param name="IsSaved">Whether Backward reads it.</param>
/// <param name="IsReached">Whether a gradient flows back to it.</param>
/// <param name="Extents">Its dims, -1 for one that is not a number; null where there are several of those.</param>
/// <param name="IsList">Whether it is a list, to which the pass writes.</param>
internal sealed record InputPlan(string Name, InputIr Input, string? Remark, string? Gradient, bool IsSaved, bool IsReached, EquatableArray<int>? Extents, bool IsList);

/// <param name="Name">Name of the parameter in the passes.</param>
/// <param name="Type">Element type.</param>
/// <param name="Remark">Its shape for comments, or null.</param>
/// <param name="Gradient">Name of its gradient in the backward pass, or null where it can have none.</param>
/// <param name="IsSaved">Whether Backward reads it.</param>
/// <param name="IsScalar">Whether it has one element; null where that is known only when bound.</param>
/// <param name="Gives">C# expression that says whether a turn or an arm gives it; null where it does.</param>
internal sealed record ResultPlan(string Name, DType Type, string? Remark, string? Gradient, bool IsSaved, bool? IsScalar, string? Gives);

/// <param name="Name">Its name in the frame.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">What it is as long as.</param>
/// <param name="Size">Its length for the table, or null.</param>
/// <param name="First">When it is written first, in steps of both passes.</param>
/// <param name="LastForward">When the forward pass reads it last.</param>
/// <param name="Last">When it is read last where a backward pass follows.</param>
/// <param name="Written">The same for people: <c>forward 1</c>.</param>
/// <param name="LastRead">The same for people: <c>backward 3</c>.</param>
/// <param name="IsGradient">Whether only the backward pass needs it.</param>
internal sealed record SlotPlan(
    string Name,
    DType Type,
    ShapePlan Shape,
    string? Size,
    int First,
    int LastForward,
    int Last,
    string Written,
    string LastRead,
    bool IsGradient);

/// <param name="Name">Its name in the frame.</param>
/// <param name="Type">C# type name.</param>
internal sealed record ScalarSlotPlan(string Name, string Type, int First, int LastForward, int Last);

/// <param name="Name">Name of its frame.</param>
/// <param name="Plan">Name of its plan.</param>
/// <param name="PlanType">C# type of its plan.</param>
/// <param name="FrameType">C# type of its frame.</param>
internal sealed record ChildPlan(string Name, string Plan, string PlanType, string FrameType, int First, int LastForward, int Last);

/// <param name="Name">The local.</param>
/// <param name="Terms">What it is the disjunction of.</param>
internal sealed record WantedPlan(string Name, EquatableArray<WantedTerm> Terms);

/// <summary>One reason to want a gradient.</summary>
internal abstract record WantedTerm;

internal sealed record InputWanted(string Gradient) : WantedTerm;

internal sealed record ParameterWanted(string Path, bool IsNullable) : WantedTerm;

internal sealed record ChildWanted(string Child) : WantedTerm;

/// <summary>It is wanted whatever else is.</summary>
internal sealed record AlwaysWanted : WantedTerm;

internal sealed record SlotWanted(string Wanted) : WantedTerm;
