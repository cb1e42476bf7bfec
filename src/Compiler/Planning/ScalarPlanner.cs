using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Planning;

/// <summary>
/// Hyperparameters and random states as passes write them. What the backward pass reads and what may have changed by then is
/// kept in the frame by the forward pass.
/// </summary>
internal sealed class ScalarPlanner
{
    private const string RandomState = "global::NnGen.RandomState";

    private readonly MethodScope _scope;
    private readonly BindPlanner _bind;
    private readonly ScalarText _text;
    private readonly Dictionary<(OpIr Call, string Hyper), string> _captured = [];
    private readonly List<ScalarSlotPlan> _slots = [];

    public ScalarPlanner(MethodScope scope, BindPlanner bind)
    {
        _scope = scope;
        _bind = bind;
        _text = new ScalarText(
            path => $"(!f.IsEvaluation && {(path.Length == 0 ? "Training" : path + ".Training")})",
            bind.Axis,
            bind.Rank,
            bind.WholeShape,
            bind.Bound,
            bind.Absent,
            value => scope.Operand(value).Text());
    }

    public IEnumerable<ScalarSlotPlan> Slots => _slots;

    /// <summary>What the forward step keeps. Asked for before its arguments are written.</summary>
    public EquatableArray<CapturePlan> CapturesOf(Step step)
    {
        var backward = _scope.Time.BackwardOf(step);
        if (backward < 0)
            return default;
        var captures = new List<CapturePlan>();
        foreach (var (call, op, hyper) in HypersReadByBackward(step))
        {
            var value = BindPlanner.HyperOf(call, hyper);
            if (ScalarText.CanChange(value))
                _captured.Add((call, hyper.Name), Capture(step, captures, hyper.Name, hyper.Type, _text.Write(value), backward));
        }

        if (step is OpStep random && random.Backward.Any(parameter => parameter.Role == OpParameterRole.Random))
            _captured.Add((random.Call, RandomState), Capture(step, captures, "random", RandomState, NextState(random), backward));
        return captures.ToEquatableArray();
    }

    /// <summary>A hyperparameter of an op in either pass.</summary>
    public string Hyper(Step step, OpIr call, OpModel op, string name)
        => _captured.TryGetValue((call, name), out var captured)
            ? captured
            : _text.Write(BindPlanner.HyperOf(call, op.Hypers.First(hyper => hyper.Name == name)));

    /// <summary>The number of the arm of a branch that runs.</summary>
    public string Arm(BranchIr branch)
        => string.Concat(branch.Conditions.Select((condition, i) => $"{_text.Write(condition)} ? {i} : ")) + branch.Conditions.Count;

    /// <summary>A check as a C# statement.</summary>
    public string Check(CheckIr check) => _text.Write(check);

    /// <summary>A number as the forward pass computes it.</summary>
    public string Number(NumberIr number) => _text.Write(number.Number);

    /// <summary>The random state of an op in either pass.</summary>
    public string Random(OpStep step) => _captured.TryGetValue((step.Call, RandomState), out var captured) ? captured : NextState(step);

    /// <summary>The whole shape of a tensor, that of a scalar where it is absent, or those of a variadic input, in either pass.</summary>
    public string Shape(OpStep step, string tensor)
        => step.Op.Inputs.Any(input => input.IsVariadic && input.Name == tensor)
            ? _bind.WholeShapes(step.Call, tensor)
            : step.Inputs.Concat(step.Results).FirstOrDefault(candidate => candidate.Name == tensor) is { } found
                ? _bind.WholeShape(found.Value)
                : "default";

    private static IEnumerable<(OpIr Call, OpModel Op, OpHyper Hyper)> HypersReadByBackward(Step step) => step switch
    {
        OpStep op => op.Op.Hypers
            .Where(hyper => op.Backward.Any(parameter => parameter.Role == OpParameterRole.Hyper && parameter.Target == hyper.Name))
            .Select(hyper => (op.Call, op.Op, hyper)),
        PointwiseStep pointwise => pointwise.Sources
            .Zip(pointwise.Chain.Links, (source, link) => link.Op.Hypers.Select(hyper => ((OpIr)source, link.Op, hyper)))
            .SelectMany(hypers => hypers),
        _ => [],
    };

    private string Capture(Step step, List<CapturePlan> captures, string name, string type, string value, int backward)
    {
        var time = _scope.Time.Definition(step.Results[0].Value);
        var slot = new ScalarSlotPlan(_scope.Names.Allocate(name), type, time, time, _scope.Time.BackwardTime(backward));
        _slots.Add(slot);
        captures.Add(new CapturePlan(slot.Name, value));
        return "f." + slot.Name;
    }

    private string NextState(OpStep step)
    {
        var arguments = step.Op.Draws.Select(parameter => parameter.Role switch
        {
            OpParameterRole.Dim => _bind.Dim(step.Call, parameter.Target),
            OpParameterRole.Alternative => _bind.Alternative(step.Call),
            OpParameterRole.Shape => Shape(step, parameter.Target),
            _ => Hyper(step, step.Call, step.Op, parameter.Target),
        });
        return $"global::NnGen.Rng.NextState({step.Op.FullName}.Draws({string.Join(", ", arguments)}))";
    }
}
