using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes the compiled entries of each method: <c>Call</c>, <c>Predict</c> and <c>ValueAndGrad</c>.</summary>
internal sealed class ModuleEntries
{
    private readonly CodeWriter _code;
    private readonly ModulePlan _plan;

    private ModuleEntries(CodeWriter code, ModulePlan plan)
    {
        _code = code;
        _plan = plan;
    }

    public static void Write(CodeWriter code, ModulePlan plan)
    {
        var entries = new ModuleEntries(code, plan);
        for (var i = 0; i < plan.Module.Methods.Count; i++)
        {
            if (plan.Module.Methods[i].Variant is null)
                entries.Write(plan.Module.Methods[i], i);
        }

        if (plan.Methods.Count == 0)
            return;
        entries.WriteBind();
        foreach (var selection in plan.Selections)
            entries.WriteSelection(selection);
    }

    private void Write(MethodIr method, int index)
    {
        var suffix = method.Name == "Forward" ? "" : method.Name;
        var parameters = string.Join(", ", method.Inputs.Select((_, i) => Parameter(method, i)));
        var arguments = $"this, {index}, [{string.Join(", ", method.Inputs.Select(Name))}]";
        var result = ResultType(method);

        _code.Summary($"The compiled forward pass of <c>{method.Name}</c>. Its result knows its backward unless nothing wants a gradient.");
        _code.Line($"public {result} Call{suffix}({parameters})");
        _code.Line("    => " + Results(method, "Call", arguments) + ";").Line();
        _code.Summary($"The compiled forward pass of <c>{method.Name}</c> with evaluation behaviour and without gradient, safe from many threads at once.");
        _code.Line($"public {result} Predict{suffix}({parameters})");
        _code.Line("    => " + Results(method, "Predict", arguments) + ";").Line();
        if (method.Results.Count != 1 || method.Results[0].Type != DType.Float32)
            return;

        _code.Doc($"<inheritdoc cref=\"Predict{suffix}({string.Join(", ", method.Inputs.Select(CrefType))})\"/>");
        _code.Doc("<remarks>Allocates nothing: the result is written to memory of the caller.</remarks>");
        _code.Line($"public void Predict{suffix}({Required(method)}, sys::Span<float> {ResultName(method)})");
        _code.Line($"    => rt::Runner.Predict({arguments}, {ResultName(method)});").Line();
        var runs = PlansOf(index);
        WriteOverSpans(runs[0], index, suffix);
        if (runs.Any(run => run.Results[0].IsScalar != false))
            WriteValueAndGrad(method, suffix, parameters, arguments);
    }

    private void WriteOverSpans(MethodPlan method, int index, string suffix)
    {
        if (method.Inputs.Count != 1 || method.Inputs[0] is not { Extents: { } extents, Input: { Type: DType.Float32 } input })
            return;
        var result = ResultName(_plan.Module.Methods[index]);
        _code.Summary($"The compiled forward pass of <c>{method.Names.Method}</c> over memory of the caller: nothing is allocated.");
        _code.Doc($"<param name=\"{input.Name}\">{CodeWriter.Xml(method.Inputs[0].Remark!)}, row-major.</param>");
        _code.Doc($"<param name=\"{result}\">As many elements as the result has.</param>");
        _code.Line($"public void Predict{suffix}(sys::ReadOnlySpan<float> {Name(input)}, sys::Span<float> {result})");
        _code.Line($"    => rt::Runner.Predict(this, {index}, {Name(input)}, [{string.Join(", ", extents)}], {result});").Line();
    }

    /// <summary>What runs for a method: its own passes or those of its variants.</summary>
    private IReadOnlyList<MethodPlan> PlansOf(int index)
    {
        var selection = _plan.Selections.FirstOrDefault(candidate => candidate.Index == index);
        return _plan.Methods.Where(method => selection is null ? method.Index == index : selection.Variants.Any(variant => variant.Method == method.Index)).ToList();
    }

    private void WriteValueAndGrad(MethodIr method, string suffix, string parameters, string arguments)
    {
        _code.Summary($"Forward and backward pass of <c>{method.Name}</c> in one: adds the gradients and returns the value. Nothing is allocated.");
        _code.Line($"public float ValueAndGrad{suffix}({parameters})");
        _code.Line($"    => rt::Runner.ValueAndGrad({arguments});").Line();
    }

    private void WriteBind()
    {
        _code.Line(ModuleText.Hidden);
        using (_code.Block("public override rt::Plan Bind(int method, sys::ReadOnlySpan<nn::Shape?> inputs, rt::PlanKind kind)"))
        {
            _code.Line("return method switch");
            _code.Line("{");
            foreach (var (index, names) in Bound())
                _code.Line($"    {index} => {Bind(index, names)},");
            _code.Line("    _ => base.Bind(method, inputs, kind),");
            _code.Line("};");
        }

        _code.Line();
    }

    private string Bind(int index, MethodNames names) => _plan.Module.Methods[index].IsRecomputed
        ? $"kind == rt::PlanKind.Recording ? rt::RecomputePlan.Of(this, {names.Bind}(inputs, rt::PlanKind.ForwardOnly), {names.Bind}(inputs, kind)) : {names.Bind}(inputs, kind)"
        : $"{names.Bind}(inputs, kind)";

    /// <summary>What can be bound by number: methods, not their variants.</summary>
    private IEnumerable<(int Index, MethodNames Names)> Bound()
        => _plan.Methods.Where(method => _plan.Module.Methods[method.Index].Variant is null).Select(method => (method.Index, method.Names))
            .Concat(_plan.Selections.Select(selection => (selection.Index, selection.Names)))
            .OrderBy(bound => bound.Index);

    private void WriteSelection(SelectionPlan selection)
    {
        using (_code.Block($"private rt::Plan {selection.Names.Bind}(sys::ReadOnlySpan<nn::Shape?> inputs, rt::PlanKind kind)"))
        {
            var last = selection.Variants[selection.Variants.Count - 1];
            foreach (var variant in selection.Variants.Where(variant => variant != last))
            {
                _code.Line($"if ({ModuleText.Short(variant.Condition)})");
                _code.Line($"    return {variant.Names.Bind}(inputs, kind);");
            }

            _code.Line($"// {last.Condition}");
            _code.Line($"return {last.Names.Bind}(inputs, kind);");
        }

        _code.Line();
    }

    private static string Parameter(MethodIr method, int index)
    {
        var input = method.Inputs[index];
        var isTrailing = Enumerable.Range(index, method.Inputs.Count - index).All(i => method.Inputs[i].IsOptional);
        var shape = input.Shape is null ? "" : $"[nn::Shape({CodeWriter.Literal(input.Shape)})] ";
        return $"{shape}{InputType(input)} {Name(input)}{(isTrailing ? " = null" : "")}";
    }

    private static string Required(MethodIr method) => string.Join(", ", method.Inputs.Select(input => $"{InputType(input)} {Name(input)}"));

    private static string Name(InputIr input) => NameAllocator.Escape(input.Name);

    /// <summary>What the memory for the result is called: not as an input.</summary>
    private static string ResultName(MethodIr method) => new NameAllocator(method.Inputs.Select(input => input.Name)).Allocate("result");

    private static string InputType(InputIr input) => ModuleText.TensorOf(input.Type) + (input.IsOptional ? "?" : "");

    private static string CrefType(InputIr input) => ModuleText.TensorOf(input.Type).Replace('<', '{').Replace('>', '}');

    private static string ResultType(MethodIr method)
        => method.Results.Count == 1
            ? ModuleText.TensorOf(method.Results[0].Type)
            : $"({string.Join(", ", method.Results.Select(result => ModuleText.TensorOf(result.Type)))})";

    private static string Results(MethodIr method, string entry, string arguments)
    {
        if (method.Results.Count == 1)
            return $"rt::Runner.{entry}({arguments})";
        var items = Enumerable.Range(0, method.Results.Count).Select(i => $"results[{i}]");
        return $"rt::Runner.{entry}Many({arguments}) is var results ? ({string.Join(", ", items)}) : default";
    }
}
