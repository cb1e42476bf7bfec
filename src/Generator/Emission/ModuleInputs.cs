using System.Linq;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes what <c>Summary</c> knows of the inputs of <c>Forward</c> before there are any: the texts of their shapes.</summary>
internal static class ModuleInputs
{
    public static void Write(CodeWriter code, ModulePlan plan)
    {
        if (plan.Module.Methods.FirstOrDefault() is not { Name: "Forward", Inputs.Count: > 0 } declared
            || plan.Methods.FirstOrDefault(method => !method.IsBody && plan.Module.Methods[method.Index].Name == "Forward") is not { } method)
            return;

        code.Line(ModuleText.Hidden);
        using (code.Block("protected override void VisitInputs(rt::InputShapes inputs)"))
        {
            foreach (var hyper in method.Bind.Hypers.Where(hyper => declared.Scalars.All(scalar => scalar.Name != hyper.Name)))
                code.Line($"inputs.Hyper({CodeWriter.Literal(hyper.Name)}, {hyper.Expression});");
            foreach (var input in declared.Inputs)
                code.Line(input.IsOptional ? "inputs.Optional();" : $"inputs.Input({(input.Shape is null ? "null" : CodeWriter.Literal(input.Shape))});");
        }

        code.Line();
    }
}
