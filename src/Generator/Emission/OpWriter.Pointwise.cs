using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Generator.Emission;

internal sealed partial class OpWriter
{
    private static readonly string[] s_operands = ["a", "b", "c"];

    /// <summary>Whether inputs may have different shapes.</summary>
    private bool HasLayout => _op.Inputs.Count > 1;

    private void WritePointwiseForward()
    {
        var result = _op.Outputs[0].Name;
        _code.Line($"var {result} = {Allocate(DType.Float32)}(bound[0]);");
        _code.Line($"var op = new {_op.FullName}({string.Join(", ", _op.Hypers.Select(h => h.Name))});");
        var shapes = string.Join(", ", _op.Inputs.Select(i => i.Name + ".Shape"));
        if (HasLayout)
            _code.Line($"var layout = {Names.Services}.BroadcastLayout.Create(bound[0], [{shapes}]);");
        var inputs = string.Join(", ", _op.Inputs.Select(i => ReadInput(i, DType.Float32)));
        _code.Line($"{Names.Services}.Pointwise.Forward(op, {inputs}, {WriteOutput(result)}{(HasLayout ? ", layout" : "")});");
    }

    private IEnumerable<SavedValue> PointwiseSavedValues()
    {
        yield return SavedValue.Plain("op", _op.FullName, "op");
        foreach (var input in _op.Inputs)
        {
            var isRead = Reads(OpParameterRole.Input, input.Name);
            if (isRead || DifferentiableInputs.Contains(input))
                yield return SavedInput(input, isRead);
        }

        if (Reads(OpParameterRole.Output, _op.Outputs[0].Name))
            yield return SavedValue.Tensor(_op.Outputs[0].Name, Names.Tensor);
        if (HasLayout)
            yield return SavedValue.Plain("layout", Names.Services + ".BroadcastLayout?", "layout");
    }

    private bool Reads(OpParameterRole role, string target)
        => _op.Derivatives.Any(d => d.Reads.Any(p => p.Role == role && p.Target == target));

    private string PointwiseBackward()
    {
        var arguments = new List<string> { "_op" };
        arguments.AddRange(_op.Inputs.Select(i => Reads(OpParameterRole.Input, i.Name) ? ReadSaved(i) : "default"));
        arguments.Add(Reads(OpParameterRole.Output, _op.Outputs[0].Name) ? ReadSaved(_op.Outputs[0].Name, DType.Float32) : "default");
        arguments.Add(ResultGradient(_op.Outputs[0].Name));
        arguments.AddRange(_op.Inputs.Select(i => DifferentiableInputs.Contains(i) ? InputGradient(i.Name) : "default"));
        if (HasLayout)
            arguments.Add("_layout");
        return $"{Names.Services}.Pointwise.Backward({string.Join(", ", arguments)})";
    }

    /// <summary>The interface that loops and fused chains call, over the methods that the op's author named after its tensors.</summary>
    private void WritePointwise()
    {
        var type = $"{Names.Services}.IPointwise{_op.Inputs.Count}";
        var operands = s_operands.Take(_op.Inputs.Count).ToArray();
        _code.Line();
        _code.Line($"static {Names.Services}.Reads {type}.Reads => {ReadsText()};").Line();
        _code.Line(Names.Inlined);
        using (_code.Indent($"V {type}.Forward<V>({string.Join(", ", operands.Select(o => "V " + o))})"))
            _code.Line($"=> Forward({string.Join(", ", _op.Forward.Select(Operand))});");

        _code.Line();
        _code.Line(Names.Inlined);
        var gradients = string.Join(", ", operands.Select(o => "out V d" + o));
        using (_code.Block($"void {type}.Backward<V>({string.Join(", ", operands.Select(o => "V " + o))}, V y, V dy, {gradients})"))
        {
            for (var i = 0; i < operands.Length; i++)
            {
                var derivative = _op.Derivatives.FirstOrDefault(d => d.Input == _op.Inputs[i].Name);
                var value = derivative is null ? "V.Zero" : $"{derivative.Method}({string.Join(", ", derivative.Reads.Select(Operand))})";
                _code.Line($"d{operands[i]} = {value};");
            }
        }
    }

    private string ReadsText()
    {
        var read = _op.Inputs
            .Select((input, i) => (Name: s_operands[i].ToUpperInvariant(), IsRead: Reads(OpParameterRole.Input, input.Name)))
            .Concat([(Name: "Result", IsRead: Reads(OpParameterRole.Output, _op.Outputs[0].Name))])
            .Where(r => r.IsRead)
            .Select(r => $"{Names.Services}.Reads.{r.Name}")
            .ToArray();
        return read.Length == 0 ? $"{Names.Services}.Reads.None" : string.Join(" | ", read);
    }

    private string Operand(OpParameter parameter) => parameter.Role switch
    {
        OpParameterRole.Input => s_operands[_op.Inputs.TakeWhile(i => i.Name != parameter.Target).Count()],
        OpParameterRole.Output => "y",
        _ => "dy",
    };
}
