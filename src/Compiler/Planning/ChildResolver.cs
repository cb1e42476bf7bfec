using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Planning;

/// <summary>How a child's method is called.</summary>
/// <param name="Type">C# name of the child's class, empty where only the protocol is known.</param>
/// <param name="Names">Names of what is generated for the method.</param>
/// <param name="Key">Key of the method in the protocol.</param>
/// <param name="IsKnown">Whether the body that runs is known, so that it is bound without the protocol.</param>
/// <param name="IsDirect">Whether its passes are called without the protocol too.</param>
internal sealed record ChildMethod(string Type, MethodNames Names, string Key, bool IsKnown, bool IsDirect)
{
    /// <summary>A plan of which only the protocol is known.</summary>
    public const string AnyPlan = "global::NnGen.CompilerServices.Plan";

    /// <summary>The frame of such a plan.</summary>
    public const string AnyFrame = "global::NnGen.CompilerServices.BoundChild";

    /// <summary>The plan of a branch whose arm is chosen at each call.</summary>
    public const string BranchPlan = "global::NnGen.CompilerServices.BranchPlan";

    /// <summary>The frame of such a branch.</summary>
    public const string BranchFrame = "global::NnGen.CompilerServices.BoundBranch";

    public string PlanType => IsDirect ? $"{Type}.{Names.Plan}" : AnyPlan;

    public string FrameType => IsDirect ? $"{Type}.{Names.Frame}" : AnyFrame;
}

internal static class ChildResolver
{
    public static ChildMethod Resolve(LinkedModule linked, CallStep step)
    {
        var call = step.Call;
        if (step.Callee is not { IsBroken: false } callee || step.Method is not { } method || call.TargetName.Length == 0)
            return new ChildMethod("", new MethodNames("Forward", "", "Forward"), call.Method, false, false);
        var index = 0;
        while (callee.Methods[index].Key != method.Key)
            index++;

        // What is recomputed is wrapped where the protocol binds it.
        var isKnown = !method.IsRecomputed && !call.IsRecomputed && call.RunsBodyOf(method, linked.Module, callee);
        return new ChildMethod(call.TargetName, MethodNaming.Of(callee)[index], method.SlotKey, isKnown, isKnown && !method.IsSelecting && method.Scalars.Count == 0);
    }
}
