using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>
/// Writes how callers that do not know the module's class bind its methods: by keys, of which a derived class answers those that it
/// overrides and passes on all others.
/// </summary>
internal static class ModuleProtocolWriter
{
    private const string Inputs = "sys::ReadOnlySpan<nn::Shape?> inputs";

    public static void Write(CodeWriter code, ModulePlan plan)
    {
        var bound = Bound(plan).ToList();
        WriteBind(code, plan, bound.Where(method => plan.Module.Methods[method.Index].Scalars.Count == 0).ToList(), withScalars: false);
        WriteBind(code, plan, bound.Where(method => plan.Module.Methods[method.Index].Scalars.Count > 0).ToList(), withScalars: true);
        foreach (var selection in plan.Selections)
            WriteSelection(code, plan.Module.Methods[selection.Index], selection);
    }

    /// <summary>What can be bound by key: methods, not their variants.</summary>
    private static IEnumerable<(int Index, MethodNames Names)> Bound(ModulePlan plan)
        => plan.Methods.Where(method => plan.Module.Methods[method.Index].Variant is null).Select(method => (method.Index, method.Names))
            .Concat(plan.Selections.Select(selection => (selection.Index, selection.Names)))
            .OrderBy(bound => bound.Index);

    private static void WriteBind(CodeWriter code, ModulePlan plan, IReadOnlyList<(int Index, MethodNames Names)> methods, bool withScalars)
    {
        var summarized = withScalars ? null : OfDefaults(plan);
        if (methods.Count == 0 && summarized is null)
            return;
        var scalars = withScalars ? "sys::ReadOnlySpan<rt::ScalarArgument> scalars, " : "";
        code.Line(ModuleText.Hidden);
        using (code.Block($"public override rt::Plan Bind(string method, {Inputs}, {scalars}rt::PlanKind kind)"))
        {
            code.Line("return method switch");
            code.Line("{");
            foreach (var (index, names) in methods)
                code.Line($"    {Keys(plan.Module, index)} => {Plan(plan.Module.Methods[index], names)},");
            if (summarized is not null)
                code.Line($"    \"Forward\" => {summarized},");
            code.Line($"    _ => base.Bind(method, inputs, {(withScalars ? "scalars, " : "")}kind),");
            code.Line("};");
        }

        code.Line();
    }

    /// <summary>What binds the first Forward, known by its name alone, with the default values of what it takes besides tensors; null where there are none.</summary>
    private static string? OfDefaults(ModulePlan plan)
    {
        if (plan.Module.Methods.FirstOrDefault() is not { Name: "Forward", Scalars.Count: > 0, Signature: { } signature } method)
            return null;
        var defaults = signature.Parameters.Where(parameter => parameter.IsScalar).Select(parameter => parameter.Default).ToList();
        return defaults.Contains(null) ? null : Plan(method, Bound(plan).First().Names, string.Concat(defaults.Select(value => ", " + ModuleText.Short(value!))));
    }

    private static string Plan(MethodIr method, MethodNames names) => Plan(method, names, Values(method));

    private static string Plan(MethodIr method, MethodNames names, string values)
    {
        var plan = $"{names.Bind}(inputs, kind{values})";
        return method.IsRecomputed
            ? $"kind == rt::PlanKind.Recording ? rt::RecomputePlan.Of(this, {names.Bind}(inputs, rt::PlanKind.ForwardOnly{values}), {plan}) : {plan}"
            : plan;
    }

    /// <summary>The key of a method, alone and with the class that declares it first; the first Forward is also known by its name alone.</summary>
    private static string Keys(ModuleIr module, int index)
        => CodeWriter.Literal(module.Methods[index].Key)
            + (module.Methods[index].Slot is null ? "" : " or " + CodeWriter.Literal(module.Methods[index].SlotKey))
            + (index == 0 && module.Methods[0].Name == "Forward" ? " or \"Forward\"" : "");

    private static string Values(MethodIr method)
        => string.Concat(method.Scalars.Select((scalar, i) => scalar.Type.EndsWith("?", System.StringComparison.Ordinal)
            ? $", scalars[{i}].AsNullable<{ModuleText.Short(scalar.Type.TrimEnd('?'))}>()"
            : $", scalars[{i}].As<{ModuleText.Short(scalar.Type)}>()"));

    private static void WriteSelection(CodeWriter code, MethodIr method, SelectionPlan selection)
    {
        var parameters = string.Concat(method.Scalars.Select(scalar => $", {ModuleText.Short(scalar.Type)} {scalar.Name}"));
        var arguments = string.Concat(method.Scalars.Select(scalar => ", " + scalar.Name));
        code.Line(ModuleText.Hidden);
        using (code.Block($"public rt::Plan {selection.Names.Bind}({Inputs}, rt::PlanKind kind{parameters})"))
        {
            var last = selection.Variants[selection.Variants.Count - 1];
            foreach (var variant in selection.Variants.Where(variant => variant != last))
            {
                code.Line($"if ({ModuleText.Short(variant.Condition)})");
                code.Line($"    return {variant.Names.Bind}(inputs, kind{arguments});");
            }

            code.Line($"// {last.Condition}");
            code.Line($"return {last.Names.Bind}(inputs, kind{arguments});");
        }

        code.Line();
    }
}
