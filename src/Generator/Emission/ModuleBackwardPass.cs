using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes the backward pass of a method.</summary>
internal static class ModuleBackwardPass
{
    public static void Write(CodeWriter code, ModulePlan plan, MethodPlan method)
    {
        var parameters = new[] { $"{method.Names.Frame} f" + ModuleText.TurnParameters(method) }
            .Concat(method.Inputs.Select(input => $"{ModuleText.ReadOnlySpan(input.Input.Type)} {input.Name}"))
            .Concat(method.Results.Select(result => $"{ModuleText.ReadOnlySpan(result.Type)} {result.Name}"))
            .Concat(method.Results.Where(result => result.Gradient is not null).Select(result => $"sys::ReadOnlySpan<float> {result.Gradient}"))
            .Concat(method.Inputs.Where(input => input.Gradient is not null).Select(input => $"nn::Gradient {input.Gradient}"))
            .ToArray();
        code.Line(ModuleText.Hidden);
        code.Line(ModuleText.Optimized);
        code.Line($"{ModuleText.Access(method)} void {method.Names.BackwardPass}(");
        for (var i = 0; i < parameters.Length; i++)
            code.Line($"    {parameters[i]}{(i + 1 < parameters.Length ? "," : ")")}");
        using (code.Block())
        {
            WriteWanted(code, method);
            new ModuleStepWriter(code, plan).Write(method.Backward);
        }

        code.Line();
    }

    private static void WriteWanted(CodeWriter code, MethodPlan method)
    {
        if (method.Wanted.Count == 0)
            return;
        code.Line("// A gradient is computed only where something that it leads to wants one.");
        foreach (var wanted in method.Wanted)
            code.Line($"var {wanted.Name} = {string.Join(" || ", wanted.Terms.Select(Term))};");
        code.Line();
    }

    /// <summary>One reason to want a gradient, as a condition.</summary>
    public static string Term(WantedTerm term) => term switch
    {
        InputWanted input => input.Gradient + ".IsWanted",
        ParameterWanted { IsNullable: true } parameter => $"rt::PassRuntime.IsWanted({parameter.Path})",
        ParameterWanted parameter => parameter.Path + ".RequiresGrad",
        ChildWanted child => $"f.{child.Child}.WantsGradient",
        AlwaysWanted => "true",
        SlotWanted slot => slot.Wanted,
        _ => throw new System.ArgumentOutOfRangeException(nameof(term)),
    };
}
