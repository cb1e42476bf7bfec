using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Planning;

namespace NnGen.Generator.Emission;

/// <summary>Writes the steps of a pass, each under the user's statement.</summary>
internal sealed class ModuleStepWriter(CodeWriter code, ModulePlan module)
{
    private const int RemarkColumn = 56;
    private const int MaxLine = 140;

    public void Write(EquatableArray<StepPlan> steps)
    {
        foreach (var step in steps)
        {
            foreach (var note in step.Notes)
                code.Line("// " + (note.Remark is null ? note.Text : note.Text.PadRight(RemarkColumn) + " " + note.Remark));
            Write(step);
        }
    }

    private void Write(StepPlan step)
    {
        switch (step)
        {
            case OpCallStep op:
                Capture(op.Captures);
                Call($"{ModuleText.Short(op.Type)}.{op.Method}", op.Arguments.Select(ModuleText.Argument));
                break;
            case FoldedCallStep folded:
                Folded(folded);
                break;
            case PointwiseCallStep pointwise:
                Capture(pointwise.Captures);
                Call($"rt::Pointwise.{(pointwise.IsBackward ? "Backward" : "Forward")}", Arguments(pointwise));
                break;
            case ChildCallStep { Pass: null } call:
                Call($"f.{call.Child}.{(call.IsBackward ? "Backward" : "Forward")}", ProtocolArguments(call));
                break;
            case ChildCallStep call:
                Call((call.Target.Length == 0 ? "" : call.Target + ".") + call.Pass, DirectArguments(call));
                break;
            case NumberCallStep number:
                code.Line($"{ModuleText.Read(number.Target)}[0] = {ModuleText.Short(number.Value)};");
                break;
            case CheckCallStep check:
                code.Line(ModuleText.Short(check.Check));
                break;
            case CopyStep copy:
                code.Line($"{ModuleText.Read(copy.Source)}.CopyTo({ModuleText.Read(copy.Target)});");
                break;
            case StoreStep store:
                code.Line($"rt::PassRuntime.Store({store.Target.Path}, {ModuleText.Read(store.Source)}, f.IsEvaluation);");
                break;
            case SeedStep seed:
                code.Line($"{ModuleText.Write(seed.Target)}.Write({ModuleText.Read(seed.Source)});");
                break;
            case ZeroStep zero:
                code.Line($"rt::PassRuntime.Zero({ModuleText.Write(zero.Target)});");
                break;
        }
    }

    private void Folded(FoldedCallStep step)
    {
        Capture(step.Captures);
        code.Line("if (f.IsEvaluation && rt::FoldedWeights.TryGet(");
        foreach (var weight in step.Weights)
            code.Line($"    {ModuleText.Short(weight)},");
        code.Line($"    out var {step.Folded}))");
        using (code.Block())
            Write(step.Together);
        using (code.Block("else"))
        {
            Write(step.First);
            Write(step.Second);
        }
    }

    private void Capture(EquatableArray<CapturePlan> captures)
    {
        foreach (var capture in captures)
            code.Line($"f.{capture.Name} = {ModuleText.Short(capture.Value)};");
    }

    private void Call(string method, IEnumerable<string> arguments)
    {
        var list = arguments.ToList();
        var line = $"{method}({string.Join(", ", list)});";
        if (line.Length <= MaxLine)
        {
            code.Line(line);
            return;
        }

        code.Line(method + "(");
        for (var i = 0; i < list.Count; i++)
            code.Line("    " + list[i] + (i + 1 < list.Count ? "," : ");"));
    }

    private IEnumerable<string> Arguments(PointwiseCallStep step)
    {
        yield return Function(step.Function);
        foreach (var input in step.Inputs)
            yield return ModuleText.Read(input);
        yield return ModuleText.Read(step.Result);
        if (step.IsBackward)
        {
            yield return ModuleText.Read(step.ResultGradient!);
            for (var i = 0; i < step.Targets.Count; i++)
                yield return $"d{Compiler.Fusion.Chain.InputNames[i]}: {ModuleText.Write(step.Targets[i])}";
        }

        if (step.Layout is not null)
            yield return "f." + step.Layout;
    }

    private string Function(FunctionPlan function)
    {
        var ops = function.Chain.Links
            .Zip(function.Hypers, (link, hypers) => (link.Op, Text: $"new {ModuleText.Short(link.Op.FullName)}({string.Join(", ", hypers.Select(ModuleText.Argument))})"))
            .ToList();
        if (function.Chain.IsSingleOp)
            return ops[0].Text;
        var name = module.Structs.First(candidate => candidate.Chain.Equals(function.Chain)).Name;
        return $"new {name}({string.Join(", ", ops.Where(op => op.Op.Hypers.Count > 0).Select(op => op.Text))})";
    }

    private static IEnumerable<string> DirectArguments(ChildCallStep call)
        => new[] { "f." + call.Child }
            .Concat(call.Inputs.Select(ModuleText.Read))
            .Concat(call.Results.Select(ModuleText.Read))
            .Concat(call.ResultGradients.Select(ModuleText.Read))
            .Concat(call.Targets.Select(ModuleText.Write));

    private static IEnumerable<string> ProtocolArguments(ChildCallStep call)
    {
        if (call.Arm is { } arm)
            yield return "arm: " + ModuleText.Short(arm);
        yield return $"[{string.Join(", ", call.Inputs.Select(ModuleText.Operand))}]";
        yield return $"[{string.Join(", ", call.Results.Select(ModuleText.Operand))}]";
        if (!call.IsBackward)
            yield break;
        yield return $"[{string.Join(", ", call.ResultGradients.Select(ModuleText.Operand))}]";
        yield return $"[{string.Join(", ", call.Targets.Select(ModuleText.GradientOperand))}]";
    }
}
