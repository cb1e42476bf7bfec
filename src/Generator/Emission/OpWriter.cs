using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Generator.Emission;

/// <summary>Writes the generated half of an op: contract, <c>Apply</c>, and the node that differentiates it.</summary>
internal sealed partial class OpWriter
{
    private readonly OpModel _op;
    private readonly CodeWriter _code = new();

    private OpWriter(OpModel op) => _op = op;

    /// <summary>The text of the generated file.</summary>
    public static string Write(TypeIr type, OpModel op) => new OpWriter(op).Write(type);

    private string Write(TypeIr type)
    {
        _code.Prologue();
        using (_code.Type(type, _op.Kind == OpKind.Pointwise ? $"{Names.Services}.IPointwise{_op.Inputs.Count}" : null))
        {
            WriteContract();
            WriteApply();
            if (_op.Kind == OpKind.Pointwise)
                WritePointwise();
            if (HasNode)
                WriteNode();
        }

        return _code.ToString();
    }

    /// <summary>The op's name without its suffix: what messages call it.</summary>
    private string ShortName
        => _op.Name.EndsWith("Op", System.StringComparison.Ordinal) ? _op.Name.Substring(0, _op.Name.Length - 2) : _op.Name;

    /// <summary>What the node calls itself, as a literal.</summary>
    private string NodeName => CodeWriter.Literal(ShortName + "Backward");

    private bool HasNode => _op.IsDifferentiable && _op.Kind != OpKind.View;

    /// <summary>Inputs that a gradient is computed for, in the order in which the node knows them: a variadic one last.</summary>
    private IEnumerable<OpInput> DifferentiableInputs => _op.Inputs.Where(HasGradient).OrderBy(i => i.IsVariadic);

    private bool HasGradient(OpInput input) => _op.Kind == OpKind.Pointwise
        ? _op.Derivatives.Any(d => d.Input == input.Name)
        : _op.Backward.Any(p => p.Role == OpParameterRole.InputGradient && p.Target == input.Name);

    /// <summary>Results that carry a gradient, in the order in which the node knows them.</summary>
    private IEnumerable<OpOutput> DifferentiableResults => OpSignature.Results(_op).Where(r => r.Type is DType.Float32 or DType.Any);

    private void WriteContract()
    {
        _code.Summary("The shape contract.");
        _code.Hidden();
        const string Type = Names.Services + ".OpContract";
        var products = _op.MultiplyAdds is null ? "" : $".Counting({CodeWriter.Literal(_op.MultiplyAdds)})";
        _code.Line($"public static {Type} Contract {{ get; }} = {Type}.Parse({CodeWriter.Literal(_op.Contract)}){products};");
        _code.Line();
    }

    private void WriteApply()
    {
        using (WriteApplyHeader(OpSignature.Apply(_op), isDocumented: !_op.DeclaresApply))
            WriteApplyBody(DType.Float32);
        if (!_op.IsGeneric)
            return;
        _code.Line();
        using (WriteApplyHeader(OpSignature.ApplyAny(_op), isDocumented: true))
            WriteApplyBody(DType.Any);
    }

    private IDisposable WriteApplyHeader(string signature, bool isDocumented)
    {
        if (isDocumented)
        {
            _code.Summary($"Applies the op to tensors: <c>{CodeWriter.Xml(CodeWriter.OneLine(_op.Contract))}</c>.");
            _code.Doc($"<exception cref=\"global::NnGen.ShapeException\">The shapes do not fit the contract.</exception>");
        }

        _code.Line($"[global::NnGen.Lowers(typeof({_op.FullName}))]");
        return _code.Block(signature);
    }

    /// <param name="any">What stands for any type: gradients are recorded for floats.</param>
    private void WriteApplyBody(DType any)
    {
        foreach (var input in _op.Inputs.Where(input => input is { IsState: false } && IsFloat(input.Type, any)))
            _code.Line($"{input.Name} = {Names.Services}.OpRuntime.{(input.IsVariadic ? "Inputs" : "Input")}({input.Name});");
        var shapes = string.Join(", ", _op.Inputs.Select(ShapeOf));
        var hypers = string.Join(", ", _op.ShapeHypers.Select(ScalarOf));
        _code.Line($"var bound = Contract.Infer({CodeWriter.Literal(ShortName)}, [{shapes}], [{hypers}]);");
        switch (_op.Kind)
        {
            case OpKind.View:
                var name = any == DType.Float32 ? $", {NodeName}" : "";
                _code.Line($"return {Names.Services}.OpRuntime.View({_op.Inputs[0].Name}, bound[0]{name});");
                return;
            case OpKind.Pointwise:
                WritePointwiseForward();
                break;
            default:
                WriteKernelForward(any);
                break;
        }

        if (any == DType.Float32)
            WriteRecording();
        WriteKeepAlive();
        var results = OpSignature.Results(_op).Select(r => r.Name).ToArray();
        _code.Line($"return {(results.Length == 1 ? results[0] : "(" + string.Join(", ", results) + ")")};");
    }

    /// <summary>The kernel borrowed the memory of its tensors; those that are returned live on anyway.</summary>
    private void WriteKeepAlive()
    {
        var borrowed = _op.Inputs.Where(input => input is { IsVariadic: false, IsState: false }).Select(input => input.Name);
        foreach (var name in borrowed.Concat(_op.Outputs.Select(output => output.Name).Except(OpSignature.Results(_op).Select(r => r.Name))))
            _code.Line($"global::System.GC.KeepAlive({name});");
    }

    private static bool IsFloat(DType type, DType any) => (type == DType.Any ? any : type) == DType.Float32;

    private static string ShapeOf(OpInput input) => input switch
    {
        { IsVariadic: true } => $".. {Names.Services}.OpRuntime.Shapes({input.Name})",
        { IsOptional: true } => $"{input.Name}?.Shape",
        _ => $"{input.Name}.Shape",
    };

    private string ScalarOf(string hyper) => _op.Hypers.Any(h => h.Name == hyper && h.IsEnum) ? $"(int){hyper}" : hyper;

    private void WriteKernelForward(DType any)
    {
        for (var i = 0; i < _op.Outputs.Count; i++)
            _code.Line($"var {_op.Outputs[i].Name} = {Allocate(_op.Outputs[i].Type, any)}(bound[{i}]);");
        if (_op.Forward.FirstOrDefault(p => p.Role == OpParameterRole.Random) is { } random)
            _code.Line($"var {random.Name} = {Names.Rng}.NextState(Draws({Arguments(_op.Draws)}));");
        _code.Line($"Forward{(_op.IsGeneric ? $"<{OpTypes.Element(any)}>" : "")}({string.Join(", ", _op.Forward.Select(p => ForwardArgument(p, any)))});");
    }

    private static string Allocate(DType type, DType any = DType.Float32) => (type == DType.Any ? any : type) switch
    {
        DType.Float32 => $"{Names.Services}.OpRuntime.Allocate",
        var element => $"{Names.Services}.OpRuntime.Allocate<{OpTypes.Element(element)}>",
    };

    private string Arguments(IEnumerable<OpParameter> parameters) => string.Join(", ", parameters.Select(parameter => ForwardArgument(parameter)));

    private string ForwardArgument(OpParameter parameter, DType any = DType.Float32) => parameter.Role switch
    {
        OpParameterRole.Input => ReadInput(_op.Inputs.First(i => i.Name == parameter.Target), any),
        OpParameterRole.Output => WriteOutput(parameter.Target),
        OpParameterRole.Shape => OutputShape(parameter.Target) ?? InputShape(parameter.Target),
        OpParameterRole.Dim => $"bound.Dim({CodeWriter.Literal(parameter.Target)})",
        OpParameterRole.Alternative => "bound.Alternative",
        _ => parameter.Name,
    };

    private static string ReadInput(OpInput input, DType any) => input switch
    {
        { IsVariadic: true, Type: DType.Any } => $"new global::NnGen.TensorSpans<{OpTypes.Element(any)}>({input.Name})",
        { IsVariadic: true } => $"new global::NnGen.TensorSpans({input.Name})",
        { IsState: true } => $"{Names.Services}.OpRuntime.State({input.Name})",
        _ => $"{Names.Services}.OpRuntime.Borrow({input.Name})",
    };

    private static string WriteOutput(string output) => $"{Names.Services}.OpRuntime.BorrowResult({output})";

    private string InputShape(string input) => _op.Inputs.First(i => i.Name == input) switch
    {
        { IsVariadic: true } => $"{Names.Services}.OpRuntime.Shapes({input})",
        { IsOptional: true } => $"({input}?.Shape ?? default)",
        _ => $"{input}.Shape",
    };

    /// <summary>The shape of an output; null where it is none.</summary>
    private string? OutputShape(string output)
    {
        for (var i = 0; i < _op.Outputs.Count; i++)
        {
            if (_op.Outputs[i].Name == output)
                return $"bound[{i}]";
        }

        return null;
    }

    private void WriteRecording()
    {
        if (!HasNode)
            return;
        var inputs = string.Join(", ", DifferentiableInputs.Select(Spread));
        using (_code.Indent($"if ({Names.Services}.Recording.IsWanted([{inputs}]))"))
        {
            var results = DifferentiableResults.Select(r => r.Name).ToArray();
            var node = $"new BackwardNode({string.Join(", ", SavedValues().Select(v => v.Argument))})";
            _code.Line(results.Length == 1
                ? $"{node}.Produce({results[0]});"
                : $"{Names.Services}.OpRuntime.Produce({node}, [{string.Join(", ", results)}]);");
        }
    }

    /// <summary>An input as an item of a collection expression. C# 12 spreads arrays, not spans of another element type.</summary>
    private static string Spread(OpInput input) => input.IsVariadic ? $".. {input.Name}.ToArray()" : input.Name;
}
