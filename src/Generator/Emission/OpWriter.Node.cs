using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Generator.Emission;

internal sealed partial class OpWriter
{
    /// <summary>The node keeps what Backward asks for by name, and nothing else.</summary>
    private void WriteNode()
    {
        var values = SavedValues().ToArray();
        var parameters = string.Join(", ", values.Select(v => v.Parameter));
        var inputs = string.Join(", ", DifferentiableInputs.Select(Spread));
        _code.Line();
        using (_code.Block($"private sealed class BackwardNode({parameters}) : {Names.Services}.Node([{inputs}])"))
        {
            var fields = values.Where(v => v.Field is not null).ToArray();
            foreach (var value in fields)
                _code.Line($"private {(value.IsReleased ? "" : "readonly ")}{value.Field} _{value.Name} = {value.Initial};");
            if (fields.Length > 0)
                _code.Line();
            _code.Line($"public override string Name => {NodeName};").Line();
            var gradients = $"{Names.ReadOnlySpan}<{Names.Tensor}?> resultGradients, {Names.Services}.GradientTargets inputs";
            using (_code.Indent($"public override void Backward({gradients})"))
                _code.Line("=> " + (_op.Kind == OpKind.Pointwise ? PointwiseBackward() : KernelBackward()) + ";");

            var released = fields.Where(f => f.IsReleased).ToArray();
            if (released.Length == 0)
                return;
            _code.Line();
            using (_code.Block("public override void Release()"))
            {
                foreach (var value in released)
                    _code.Line($"_{value.Name} = default;");
            }
        }
    }

    /// <summary>What the node is made from: its inputs, and every value that Backward reads.</summary>
    private IEnumerable<SavedValue> SavedValues() => _op.Kind == OpKind.Pointwise ? PointwiseSavedValues() : KernelSavedValues();

    private IEnumerable<SavedValue> KernelSavedValues()
    {
        var read = _op.Backward;
        foreach (var input in _op.Inputs)
        {
            var isRead = read.Any(p => p.Role == OpParameterRole.Input && p.Target == input.Name);
            var isShapeRead = read.Any(p => p.Role == OpParameterRole.Shape && p.Target == input.Name);
            if (isRead || DifferentiableInputs.Contains(input))
                yield return SavedInput(input, isRead);
            if (isShapeRead)
            {
                var type = input.IsVariadic ? Names.Shape + "[]" : Names.Shape;
                yield return SavedValue.Plain(input.Name + "Shape", type, InputShape(input.Name));
            }
        }

        for (var i = 0; i < _op.Outputs.Count; i++)
        {
            var output = _op.Outputs[i];
            if (read.Any(p => p.Role == OpParameterRole.Output && p.Target == output.Name))
                yield return SavedValue.Tensor(output.Name, OpSignature.TensorOf(output.Type));
            if (read.Any(p => p.Role == OpParameterRole.Shape && p.Target == output.Name))
                yield return SavedValue.Plain(output.Name + "Shape", Names.Shape, $"bound[{i}]");
        }

        foreach (var hyper in _op.Hypers.Where(h => read.Any(p => p.Role == OpParameterRole.Hyper && p.Target == h.Name)))
            yield return SavedValue.Plain(hyper.Name, hyper.Type, hyper.Name);
        foreach (var random in read.Where(p => p.Role == OpParameterRole.Random))
            yield return SavedValue.Plain(random.Name, Names.RandomState, _op.Forward.First(p => p.Role == OpParameterRole.Random).Name);
        if (read.Any(p => p.Role is OpParameterRole.Dim or OpParameterRole.Alternative))
            yield return SavedValue.Plain("bound", Names.Services + ".BoundOp", "bound");
    }

    private static SavedValue SavedInput(OpInput input, bool isRead)
    {
        var name = input.Name;
        var type = OpSignature.TypeOf(input);
        if (!isRead)
            return new SavedValue(name, $"{type} {name}", name, null, "", false);
        const string Field = Names.Services + ".SavedTensor[]?";
        return input.IsVariadic
            ? new SavedValue(name, $"{type} {name}", name, Field, $"{Names.Services}.OpRuntime.Save({name})", true)
            : SavedValue.Tensor(name, type);
    }

    private string KernelBackward() => $"{_op.FullName}.Backward({string.Join(", ", _op.Backward.Select(BackwardArgument))})";

    private string BackwardArgument(OpParameter parameter) => parameter.Role switch
    {
        OpParameterRole.Input => ReadSaved(_op.Inputs.First(i => i.Name == parameter.Target)),
        OpParameterRole.Output => ReadSaved(parameter.Target, _op.Outputs.First(o => o.Name == parameter.Target).Type),
        OpParameterRole.OutputGradient => ResultGradient(parameter.Target),
        OpParameterRole.InputGradient => InputGradient(parameter.Target),
        OpParameterRole.Dim => $"_bound.Dim({CodeWriter.Literal(parameter.Target)})",
        OpParameterRole.Alternative => "_bound.Alternative",
        OpParameterRole.Shape => $"_{parameter.Target}Shape",
        _ => "_" + parameter.Name,
    };

    private static string ReadSaved(OpInput input)
        => input.IsVariadic ? $"{Names.Services}.OpRuntime.Spans(_{input.Name}, this)" : ReadSaved(input.Name, input.Type);

    private static string ReadSaved(string name, DType type)
        => type is DType.Float32 or DType.Any ? $"_{name}.Floats(this)" : $"_{name}.Elements<{OpTypes.Element(type)}>(this)";

    private string ResultGradient(string result)
    {
        var index = DifferentiableResults.TakeWhile(r => r.Name != result).Count();
        return $"{Names.Services}.OpRuntime.Borrow(resultGradients[{index}])";
    }

    /// <summary>Inputs are numbered as the node's constructor lists them, a variadic one, of unknown count, last.</summary>
    private string InputGradient(string input)
    {
        var before = DifferentiableInputs.TakeWhile(i => i.Name != input).ToArray();
        var target = DifferentiableInputs.First(i => i.Name == input);
        return target.IsVariadic ? $"new global::NnGen.GradientSpans(inputs, {before.Length})" : $"inputs[{before.Length}]";
    }

    /// <param name="Name">Name of the value.</param>
    /// <param name="Parameter">Declaration of the node's constructor parameter.</param>
    /// <param name="Argument">What is passed for it.</param>
    /// <param name="Field">Type of the field that keeps it; null where it is not kept.</param>
    /// <param name="Initial">What the field is set to.</param>
    /// <param name="IsReleased">Whether it holds a tensor, dropped once the backward pass is over.</param>
    private sealed record SavedValue(string Name, string Parameter, string Argument, string? Field, string Initial, bool IsReleased)
    {
        public static SavedValue Plain(string name, string type, string argument)
            => new(name, $"{type} {name}", argument, type, name, false);

        public static SavedValue Tensor(string name, string type)
            => new(name, $"{type} {name}", name, Names.Services + ".SavedTensor", $"new({name})", true);
    }
}
