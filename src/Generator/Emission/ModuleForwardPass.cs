using System.Linq;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes the forward pass of a method.</summary>
internal static class ModuleForwardPass
{
    public static void Write(CodeWriter code, ModulePlan plan, MethodPlan method)
    {
        var parameters = new[] { $"{method.Names.Frame} f" + ModuleText.TurnParameters(method) }
            .Concat(method.Inputs.Select(input => $"{(input.IsList ? ModuleText.Span(input.Input.Type) : ModuleText.ReadOnlySpan(input.Input.Type))} {input.Name}"))
            .Concat(method.Results.Select(result => $"{ModuleText.Span(result.Type)} {result.Name}"));
        code.Line(ModuleText.Hidden);
        code.Line(ModuleText.Optimized);
        using (code.Block($"{ModuleText.Access(method)} void {method.Names.ForwardPass}({string.Join(", ", parameters)})"))
        {
            if (Signature(method) is { } signature)
                code.Line("// " + signature);
            new ModuleStepWriter(code, plan).Write(method.Forward);
        }

        code.Line();
    }

    private static string? Signature(MethodPlan method)
        => method.Inputs.Any(input => input.Remark is not null) || method.Results.Any(result => result.Remark is not null)
            ? $"{string.Join(", ", method.Inputs.Select(input => input.Name + " " + (input.Remark ?? "(?)")))} -> {string.Join(", ", method.Results.Select(result => result.Remark ?? "(?)"))}"
            : null;
}
