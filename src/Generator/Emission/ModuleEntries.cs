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
            if (plan.Module.Methods[i] is { Variant: null, Signature: { } signature } method)
                entries.Write(method, signature, i);
        }

        ModuleProtocolWriter.Write(code, plan);
    }

    private void Write(MethodIr method, SignatureIr signature, int index)
    {
        var suffix = method.Name == "Forward" ? "" : method.Name;
        var parameters = string.Join(", ", signature.Parameters.Select(parameter => Parameter(parameter, withDefault: true)));
        var arguments = Arguments(method, signature);

        _code.Summary($"The compiled forward pass of <c>{method.Name}</c>. Its result knows its backward unless nothing wants a gradient.");
        WriteEntry(signature, $"Call{suffix}({parameters})", "Call", arguments);
        _code.Summary($"The compiled forward pass of <c>{method.Name}</c> with evaluation behaviour and without gradient, safe from many threads at once.");
        WriteEntry(signature, $"Predict{suffix}({parameters})", "Predict", arguments);
        if (signature.Result is not { Index: 0, Type: DType.Float32 } || method.Results.Count != 1)
            return;

        var result = ResultName(method);
        var required = signature.Parameters.Select(parameter => Parameter(parameter, withDefault: false)).Append($"sys::Span<float> {result}");
        _code.Summary($"The compiled forward pass of <c>{method.Name}</c> as <c>Predict{suffix}</c> runs it, into memory of the caller: nothing is allocated.");
        _code.Line($"public void Predict{suffix}({string.Join(", ", required)})");
        _code.Line($"    => rt::Runner.Predict({arguments}, {result});").Line();
        var runs = PlansOf(index);
        if (runs.Count > 0 && method.Scalars.Count == 0)
            WriteOverSpans(runs[0], method, suffix);
        if (runs.Count == 0 || runs.Any(run => run.Results[0].IsScalar != false))
            WriteValueAndGrad(method, suffix, parameters, arguments);
    }

    private void WriteEntry(SignatureIr signature, string declaration, string entry, string arguments)
    {
        if (signature.Parameters.All(parameter => parameter.Out is null))
        {
            _code.Line($"public {ModuleText.Short(signature.ReturnType)} {declaration}");
            _code.Line("    => " + Returned(signature.Result!, entry, arguments) + ";").Line();
            return;
        }

        using (_code.Block($"public {ModuleText.Short(signature.ReturnType)} {declaration}"))
        {
            _code.Line($"var results = rt::Runner.{entry}Many({arguments});");
            foreach (var parameter in signature.Parameters.Where(parameter => parameter.Out is not null))
                _code.Line($"{NameAllocator.Escape(parameter.Name)} = {Form(parameter.Out!)};");
            if (signature.Result is not null)
                _code.Line($"return {Form(signature.Result)};");
        }

        _code.Line();
    }

    private static string Returned(ResultFormIr result, string entry, string arguments)
        => result is { Index: 0, Type: DType.Float32 }
            ? $"rt::Runner.{entry}({arguments})"
            : $"rt::Runner.{entry}Many({arguments}) is var results ? {Form(result)} : default{(result.Record is null ? "" : "!")}";

    /// <summary>A result made up of the tensors of a call.</summary>
    private static string Form(ResultFormIr form)
    {
        if (form.Index >= 0)
            return $"({ModuleText.TensorOf(form.Type)})results[{form.Index}]";
        if (form.Properties.Count > 0)
            return $"new {ModuleText.Short(form.Record!)} {{ {string.Join(", ", form.Properties.Zip(form.Items, (name, item) => $"{name} = {Form(item)}"))} }}";
        var items = $"({string.Join(", ", form.Items.Select(Form))})";
        return form.Record is null ? items : $"new {ModuleText.Short(form.Record)}{items}";
    }

    private static string Arguments(MethodIr method, SignatureIr signature)
    {
        var tensors = signature.Parameters.SelectMany(parameter => parameter.Inputs);
        var scalars = signature.Parameters.Where(parameter => parameter.IsScalar).Select(parameter => ModuleText.ScalarArgument(NameAllocator.Escape(parameter.Name))).ToList();
        return $"this, {CodeWriter.Literal(method.Key)}, [{string.Join(", ", tensors)}]" + (scalars.Count == 0 ? "" : $", [{string.Join(", ", scalars)}]");
    }

    private void WriteOverSpans(MethodPlan method, MethodIr declared, string suffix)
    {
        if (method.Inputs.Count != 1 || method.Inputs[0] is not { Extents: { } extents, Input: { Type: DType.Float32 } input })
            return;
        var result = ResultName(declared);
        _code.Summary($"The compiled forward pass of <c>{method.Names.Method}</c> over memory of the caller: nothing is allocated.");
        _code.Doc($"<param name=\"{input.Name}\">{CodeWriter.Xml(method.Inputs[0].Remark!)}, row-major.</param>");
        _code.Doc($"<param name=\"{result}\">As many elements as the result has.</param>");
        _code.Line($"public void Predict{suffix}(sys::ReadOnlySpan<float> {Name(input)}, sys::Span<float> {result})");
        _code.Line($"    => rt::Runner.Predict(this, {CodeWriter.Literal(declared.Key)}, {Name(input)}, [{string.Join(", ", extents)}], {result});").Line();
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

    private static string Parameter(ParameterIr parameter, bool withDefault)
    {
        var shape = parameter.Shape is null ? "" : $"[nn::Shape({CodeWriter.Literal(parameter.Shape)})] ";
        var initial = withDefault && parameter.Default is not null ? " = " + ModuleText.Short(parameter.Default) : "";
        return $"{shape}{(parameter.Out is null ? "" : "out ")}{ModuleText.Short(parameter.Type)} {NameAllocator.Escape(parameter.Name)}{initial}";
    }

    private static string Name(InputIr input) => NameAllocator.Escape(input.Name);

    /// <summary>What the memory for the result is called: not as an input.</summary>
    private static string ResultName(MethodIr method) => new NameAllocator(method.Signature!.Parameters.Select(parameter => parameter.Name)).Allocate("result");
}
