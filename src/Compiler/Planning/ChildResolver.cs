using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Planning;

/// <summary>How a child's method is called.</summary>
/// <param name="Type">C# name of the child's class, empty where only the protocol is known.</param>
/// <param name="Names">Names of what is generated for the method.</param>
/// <param name="Index">Number of the method in the protocol.</param>
/// <param name="IsDirect">Whether the exact class is known, so that its passes are called without the protocol.</param>
internal sealed record ChildMethod(string Type, MethodNames Names, int Index, bool IsDirect)
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
        if (step.Callee is not { } callee || step.Method is not { } method)
            return new ChildMethod("", new MethodNames("Forward", "", "Forward"), 0, false);
        var index = 0;
        while (callee.Methods[index].Key != method.Key)
            index++;
        var names = MethodNaming.Of(callee)[index];
        var isBoundDirectly = !method.IsSelecting && !method.IsRecomputed && !step.Call.IsRecomputed;
        if (step.Call.Target.Length == 0)
            return new ChildMethod(callee.Type.FullName, names, index, isBoundDirectly);
        var member = linked.Module.Members.FirstOrDefault(candidate => candidate.Name == step.Call.Target);
        var isExact = member?.IsExact ?? (callee.Type.IsSealed && !callee.Type.MetadataName.Contains("`"));
        return new ChildMethod(member?.Type ?? callee.Type.FullName, names, index, isBoundDirectly && isExact);
    }
}
