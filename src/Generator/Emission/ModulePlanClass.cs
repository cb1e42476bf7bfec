using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes the class that holds one method bound to input shapes, through which callers that do not know the module's class run its passes.</summary>
internal static class ModulePlanClass
{
    public static void Write(CodeWriter code, ModulePlan module, MethodPlan method)
    {
        WriteWantsGradient(code, method);
        WriteSaved(code, method);
        code.Line(ModuleText.Hidden);
        using (code.Block($"{ModuleText.Access(method)} sealed class {method.Names.Plan} : rt::Plan"))
        {
            WriteConstructor(code, module.Module.Type.FullName, method.Names);
            foreach (var variable in method.Variables)
                code.Line($"internal {ModuleText.Short(variable.Type)} {variable.Name} {{ get; init; }} = default!;").Line();
            foreach (var (type, name) in Fields(method))
                code.Line($"internal {type} {name} {{ get; init; }}{(type.EndsWith("[]", System.StringComparison.Ordinal) || method.Children.Any(child => child.Plan == name) ? " = null!;" : "")}").Line();
            WriteResults(code, method);
            WritePasses(code, method);
            code.Line($"public override bool WantsGradient => _module.{method.Names.Stem}WantsGradient(this{ModuleText.TurnArguments(method)});").Line();
            code.Line($"public override void VisitSaved(rt::SavedValues saved) => _module.Visit{method.Names.Stem}Saved(this, saved{ModuleText.TurnArguments(method)});").Line();
            if (method.Inputs.Any(input => input.Gradient is not null && !input.IsReached))
                code.Line($"public override bool DifferentiatesInput(int index) => {OneOf(method.Inputs.Select(input => input.IsReached))};").Line();
            code.Line($"public override bool SavesInput(int index) => {OneOf(method.Inputs.Select(input => input.IsSaved))};").Line();
            if (method.Results.Any(result => result.Gives is not null))
                WriteGiven(code, method);
            code.Line($"public override bool SavesResult(int index) => {OneOf(method.Results.Select(result => result.IsSaved))};");
        }

        code.Line();
    }

    private static void WriteWantsGradient(CodeWriter code, MethodPlan method)
    {
        var terms = method.Parameters
            .Select(parameter => ModuleBackwardPass.Term(new ParameterWanted(parameter.Path, parameter.IsNullable)))
            .Concat(method.Children.Where(HasBackward).Select(child => $"plan.{child.Plan}.WantsGradient"))
            .ToArray();
        using (code.Indent($"private bool {method.Names.Stem}WantsGradient({method.Names.Plan} plan{ModuleText.TurnParameters(method)})"))
        {
            code.Line("=> " + (terms.Length == 0 ? "false;" : terms[0] + (terms.Length == 1 ? ";" : "")));
            for (var i = 1; i < terms.Length; i++)
                code.Line($"    || {terms[i]}{(i + 1 < terms.Length ? "" : ";")}");
        }

        code.Line();
    }

    private static void WriteSaved(CodeWriter code, MethodPlan method)
    {
        using (code.Block($"private void Visit{method.Names.Stem}Saved({method.Names.Plan} plan, rt::SavedValues saved{ModuleText.TurnParameters(method)})"))
        {
            foreach (var member in method.Saved)
                code.Line($"saved.Add({CodeWriter.Literal(member.Path)}, {member.Path});");
            foreach (var child in method.Children.Where(HasBackward))
                code.Line($"plan.{child.Plan}.VisitSaved(saved);");
        }

        code.Line();
    }

    private static bool HasBackward(ChildPlan child) => child.Last > child.LastForward;

    private static void WriteConstructor(CodeWriter code, string type, MethodNames names)
    {
        code.Line($"private readonly {type} _module;").Line();
        using (code.Block($"internal {names.Plan}({type} module, rt::PlanKind kind, int frameBytes, nn::Shape[] resultShapes) : base(kind)"))
        {
            code.Line("_module = module;");
            code.Line("FrameBytes = frameBytes;");
            code.Line("ResultShapes = resultShapes;");
        }

        code.Line();
    }

    private static IEnumerable<(string Type, string Name)> Fields(MethodPlan method)
        => method.Bind.Fields.Select(field => (ModuleText.Short(field.Type), field.Name))
            .Concat(method.Children.Select(child => (child.PlanType, child.Plan)))
            .Concat(method.Slots.Select(slot => slot.Name).Concat(method.Scalars.Select(scalar => scalar.Name)).Concat(method.Children.Select(child => child.Name))
                .Select(name => ("rt::Slot", name)));

    /// <summary>Results that are no float tensors.</summary>
    private static void WriteResults(CodeWriter code, MethodPlan method)
    {
        var others = Enumerable.Range(0, method.Results.Count).Where(i => method.Results[i].Type != DType.Float32).ToList();
        if (others.Count == 0 || method.IsBody)
            return;
        code.Line("public override nn::TensorBase CreateResult(int index) => index switch");
        code.Line("{");
        foreach (var i in others)
            code.Line($"    {i} => {ModuleText.TensorOf(method.Results[i].Type)}.Empty(ResultShapes[{i}]),");
        code.Line("    _ => base.CreateResult(index),");
        code.Line("};").Line();
    }

    /// <summary>Which results an arm or turn gives.</summary>
    private static void WriteGiven(CodeWriter code, MethodPlan method)
    {
        code.Line("public override bool GivesResult(int index) => index switch");
        code.Line("{");
        for (var i = 0; i < method.Results.Count; i++)
        {
            if (method.Results[i].Gives is { } gives)
                code.Line($"    {i} => {gives},");
        }

        code.Line("    _ => true,");
        code.Line("};").Line();
    }

    private static void WritePasses(CodeWriter code, MethodPlan method)
    {
        using (code.Indent("public override void Forward(rt::Pass pass, sys::ReadOnlySpan<rt::Operand> inputs, sys::ReadOnlySpan<rt::Operand> results)"))
        {
            var arguments = new[] { $"new {method.Names.Frame}(this, pass)" + ModuleText.TurnArguments(method) }
                .Concat(method.Inputs.Select((input, i) => Elements("inputs", i, input.Input.Type)))
                .Concat(method.Results.Select((result, i) => Elements("results", i, result.Type)));
            code.Line($"=> _module.{method.Names.ForwardPass}({string.Join(", ", arguments)});");
        }

        code.Line();
        code.Line("public override void Backward(");
        code.Line("    rt::Pass pass,");
        code.Line("    sys::ReadOnlySpan<rt::Operand> inputs,");
        code.Line("    sys::ReadOnlySpan<rt::Operand> results,");
        code.Line("    sys::ReadOnlySpan<rt::Operand> resultGradients,");
        using (code.Indent("    sys::ReadOnlySpan<rt::GradientOperand> inputGradients)"))
        {
            code.Line($"=> _module.{method.Names.BackwardPass}(");
            var arguments = BackwardArguments(method).ToArray();
            for (var i = 0; i < arguments.Length; i++)
                code.Line($"    {arguments[i]}{(i + 1 < arguments.Length ? "," : ");")}");
        }

        code.Line();
    }

    private static IEnumerable<string> BackwardArguments(MethodPlan method)
        => new[] { $"new {method.Names.Frame}(this, pass)" + ModuleText.TurnArguments(method) }
            .Concat(method.Inputs.Select((input, i) => Elements("inputs", i, input.Input.Type)))
            .Concat(method.Results.Select((result, i) => Elements("results", i, result.Type)))
            .Concat(Enumerable.Range(0, method.Results.Count).Where(i => method.Results[i].Gradient is not null).Select(i => Elements("resultGradients", i, DType.Float32)))
            .Concat(Enumerable.Range(0, method.Inputs.Count).Where(i => method.Inputs[i].Gradient is not null).Select(i => $"inputGradients[{i}].ToGradient()"));

    private static string Elements(string array, int index, DType type) => $"{array}[{index}].As<{OpTypes.Element(type)}>()";

    private static string OneOf(IEnumerable<bool> flags)
    {
        var list = flags.ToList();
        var indices = Enumerable.Range(0, list.Count).Where(i => list[i]).ToList();
        return indices.Count == 0 ? "false" : "index is " + string.Join(" or ", indices);
    }
}
