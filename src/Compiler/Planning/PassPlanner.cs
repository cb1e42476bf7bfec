using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Planning;

/// <summary>Writes both passes of a method down as calls with their arguments.</summary>
internal sealed class PassPlanner
{
    private readonly MethodScope _scope;
    private readonly BindPlanner _bind;
    private readonly ScalarPlanner _scalars;

    public PassPlanner(MethodScope scope, BindPlanner bind)
    {
        _scope = scope;
        _bind = bind;
        _scalars = new ScalarPlanner(scope, bind);
    }

    /// <summary>Scalars that the forward pass keeps for the backward pass.</summary>
    public IEnumerable<ScalarSlotPlan> Scalars => _scalars.Slots;

    public EquatableArray<StepPlan> Forward()
    {
        var steps = _scope.Fused.Body.Steps;
        var notes = new NoteWriter(steps, ForwardRemark);
        return steps.Select((step, index) => Forward(steps, index, notes)).Concat(Copies()).ToEquatableArray();
    }

    public EquatableArray<StepPlan> Backward()
    {
        var steps = _scope.Reverse.Steps;
        var notes = new NoteWriter(steps.Select(step => step.Step).ToList(), _ => null);
        return Seeds()
            .Concat(steps.SelectMany((step, index) => Backward(step, notes.NotesOf(index))))
            .Concat(_scope.Reverse.Unreached.Select(input => new ZeroStep(default, _scope.Target(input, isFirst: true))))
            .ToEquatableArray();
    }

    private string? ForwardRemark(Step step)
    {
        if (step is CheckStep { Check: var check })
            return BindPlanner.IsBound(check) ? "checked when bound" : null;
        var result = step.Results.FirstOrDefault(tensor => tensor.Value < _scope.Method.Values.Count);
        var shape = result is not null && _scope.Shapes[result.Value].IsKnown ? Remarks.Of(_scope.Shapes[result.Value]) : null;
        return step.IsView ? (shape is null ? "a view" : shape + ", a view") : shape;
    }

    private StepPlan Forward(IReadOnlyList<Step> steps, int index, NoteWriter notes)
    {
        if (index + 1 < steps.Count && steps[index + 1] is OpStep { Folded: not null })
            return new NoStep(notes.NotesOf(index));
        return steps[index] is OpStep { Folded: { } before } step ? Folded(before, step, notes.NotesOf(index)) : Forward(steps[index], notes.NotesOf(index));
    }

    private FoldedCallStep Folded(OpStep before, OpStep step, EquatableArray<NotePlan> notes)
    {
        var first = Forward(before, default, _scalars.CapturesOf(before));
        var second = Forward(step, default, _scalars.CapturesOf(step));
        var local = _scope.Names.Allocate("folded");
        var epilogue = step.Epilogue is null ? null : before.Op.Epilogues.FirstOrDefault(candidate => candidate.Op == step.Epilogue.Op);
        return new FoldedCallStep(
            notes,
            first.Captures.Concat(second.Captures).ToEquatableArray(),
            FoldedWeights(before, step).ToEquatableArray(),
            local,
            Together(before with { Epilogue = epilogue }, step.Results[0].Value, local),
            first with { Captures = default },
            second with { Captures = default });
    }

    /// <summary>The first op with the weights that take in the second, and the second's result.</summary>
    private OpCallStep Together(OpStep step, int result, string local)
        => new(default, default, step.Op.FullName, ForwardMethod(step), step.Forward.Select(parameter => parameter switch
        {
            { Role: OpParameterRole.Input, Target: "weight" } => new TensorArgumentPlan(parameter.Name, new FoldedOperand(local, "Weight")),
            { Role: OpParameterRole.Input, Target: "bias" } => new TensorArgumentPlan(parameter.Name, new FoldedOperand(local, "Bias")),
            { Role: OpParameterRole.Output } => new TensorArgumentPlan(parameter.Name, _scope.Operand(result)),
            _ => Argument(step, parameter, null),
        }).ToEquatableArray());

    private IEnumerable<string> FoldedWeights(OpStep before, OpStep step)
    {
        yield return Member(before, "weight");
        yield return Member(before, "bias");
        yield return Member(step, "weight");
        yield return Member(step, "bias");
        yield return Member(step, "runningMean");
        yield return Member(step, "runningVar");
        yield return _scalars.Hyper(step, step.Call, step.Op, "training");
        yield return _scalars.Hyper(step, step.Call, step.Op, "eps");
        yield return _scalars.Shape(step, step.Inputs[0].Name);
    }

    private string Member(OpStep step, string input)
        => Find(step.Inputs, input) is { } tensor && _scope.Operand(tensor.Value) is MemberOperand member ? member.Path : "null";

    private StepPlan Forward(Step step, EquatableArray<NotePlan> notes) => step switch
    {
        OpStep op => Forward(op, notes, _scalars.CapturesOf(op)),
        PointwiseStep pointwise => Pointwise(pointwise, notes, null),
        CallStep call => Call(call, notes, null),
        OutlinedStep outlined => Outlined(outlined, notes, null),
        NumberStep { Number: var number } => new NumberCallStep(notes, _scope.Operand(number.Result), _scalars.Number(number)),
        CheckStep { Check: var check } when !BindPlanner.IsBound(check) => new CheckCallStep(notes, _scalars.Check(check)),
        WriteStep write => new StoreStep(notes, (MemberOperand)_scope.Operand(write.Member), _scope.Operand(write.Inputs[0].Value)),
        ListStep { Statement.IsWrite: true } list => new CopyStep(
            notes, _scope.Operand(list.Statement.Item), new PartOperand(_scope.Operand(list.Statement.List), _scope.PartName(list.Statement))),
        StageStep stage => new CopyStep(notes, _scope.Operand(stage.Inputs[0].Value), _scope.Operand(stage.Results[0].Value)),
        _ => new NoStep(notes),
    };

    private OpCallStep Forward(OpStep step, EquatableArray<NotePlan> notes, EquatableArray<CapturePlan> captures)
        => new(notes, captures, step.Op.FullName, ForwardMethod(step), step.Forward.Select(parameter => Argument(step, parameter, null)).ToEquatableArray());

    private IEnumerable<StepPlan> Copies()
    {
        for (var i = 0; i < _scope.Method.Results.Count; i++)
        {
            var value = _scope.Method.Results[i].Value;
            var target = new ParameterOperand(_scope.ResultNames[i], _scope.Method.Results[i].Type);
            if (!_scope.Operand(value).Equals(target))
                yield return new CopyStep(default, _scope.Operand(value), target);
        }
    }

    private IEnumerable<StepPlan> Seeds()
    {
        foreach (var seed in _scope.Reverse.Seeds)
        {
            var isComputed = _scope.Fused.Values[seed.Root].Origin == ValueOrigin.Statement;
            if (isComputed && _scope.Memory.Gradient(seed.Root) is null)
                continue;
            var isList = _scope.Groups.IsList(seed.Root);
            if (isList && seed.IsFirst)
                yield return new ZeroStep(default, _scope.Target(seed.Root, isFirst: true));
            var target = _scope.PartTarget(_scope.Method.Results[seed.Result].Value, _scope.Target(seed.Root, seed.IsFirst && !isList));
            yield return new SeedStep(default, new ParameterOperand(_scope.ResultGradients[seed.Result]!, DType.Float32), target);
        }
    }

    private IEnumerable<StepPlan> Backward(BackwardStep step, EquatableArray<NotePlan> notes)
    {
        foreach (var root in step.Zeroed)
            yield return new ZeroStep(default, _scope.Target(root, isFirst: true));
        switch (step.Step)
        {
            case OpStep op:
                var arguments = op.Backward.Select(parameter => Argument(op, parameter, step)).ToEquatableArray();
                yield return new OpCallStep(notes, default, op.Op.FullName, op.BackwardMethod, arguments);
                break;
            case PointwiseStep pointwise:
                yield return Pointwise(pointwise, notes, step);
                break;
            case CallStep call:
                yield return Call(call, notes, step);
                break;
            case ListStep list:
                yield return new SeedStep(notes, _scope.PartGradient(list.Statement), Target(step, list.Inputs[1]));
                break;
            case OutlinedStep outlined:
                yield return Outlined(outlined, notes, step);
                break;
        }
    }

    private ArgumentPlan Argument(OpStep step, OpParameter parameter, BackwardStep? backward) => parameter.Role switch
    {
        OpParameterRole.Input => Inputs(step, parameter, isForward: backward is null),
        OpParameterRole.Output => new TensorArgumentPlan(parameter.Name, _scope.Operand(Find(step.Results, parameter.Target)!.Value), backward is not null),
        OpParameterRole.OutputGradient => new TensorArgumentPlan(parameter.Name, ResultGradient(backward!, parameter.Target), IsNamed: true),
        OpParameterRole.InputGradient => Targets(step, parameter, backward!),
        OpParameterRole.Dim => new ScalarArgumentPlan(parameter.Name, _bind.Dim(step.Call, parameter.Target)),
        OpParameterRole.Alternative => new ScalarArgumentPlan(parameter.Name, _bind.Alternative(step.Call)),
        OpParameterRole.Shape => new ScalarArgumentPlan(parameter.Name, _scalars.Shape(step, parameter.Target)),
        OpParameterRole.Random => new ScalarArgumentPlan(parameter.Name, _scalars.Random(step)),
        _ => new ScalarArgumentPlan(parameter.Name, _scalars.Hyper(step, step.Call, step.Op, parameter.Target)),
    };

    private ArgumentPlan Inputs(OpStep step, OpParameter parameter, bool isForward)
    {
        var input = step.Op.Inputs.First(candidate => candidate.Name == parameter.Target);
        var operands = step.Inputs.Where(tensor => tensor.Name == parameter.Target).Select(tensor => _scope.Operand(tensor.Value, input.IsState));
        if (ListOf(step, parameter) is { } list)
            return new ListArgumentPlan(parameter.Name, _scope.Operand(list), _bind.Parts(step.Call), isForward && input.Type == DType.Any ? Element(step) : null);
        return input.IsVariadic
            ? new TensorsArgumentPlan(parameter.Name, operands.ToEquatableArray(), isForward && input.Type == DType.Any ? Element(step) : null)
            : new TensorArgumentPlan(parameter.Name, operands.FirstOrDefault() ?? new AbsentOperand());
    }

    /// <summary>The method, with its type argument where the op takes any type.</summary>
    private string ForwardMethod(OpStep step) => step.Op.IsGeneric ? $"{step.ForwardMethod}<{OpTypes.Element(Element(step))}>" : step.ForwardMethod;

    /// <summary>What an op over any type is given.</summary>
    private DType Element(OpStep step)
        => _scope.Fused.Values[step.Inputs.Concat(step.Results).First(tensor => IsAny(step.Op, tensor.Name)).Value].Type;

    private static bool IsAny(OpModel op, string tensor)
        => op.Inputs.Any(input => input.Name == tensor && input.Type == DType.Any) || op.Outputs.Any(output => output.Name == tensor && output.Type == DType.Any);

    /// <summary>The list that is given as a variadic input, or null.</summary>
    private int? ListOf(OpStep step, OpParameter parameter)
        => step.Inputs.FirstOrDefault(tensor => tensor.Name == parameter.Target && _scope.Fused.Values[tensor.Value].IsList)?.Value;

    private ArgumentPlan Targets(OpStep step, OpParameter parameter, BackwardStep backward)
    {
        var input = step.Op.Inputs.First(candidate => candidate.Name == parameter.Target);
        var targets = step.Inputs.Where(tensor => tensor.Name == parameter.Target).Select(tensor => Target(backward, tensor));
        if (ListOf(step, parameter) is { } list)
            return new ListGradientArgumentPlan(parameter.Name, Target(backward, new TensorArgument(parameter.Target, list)), _bind.Parts(step.Call));
        return input.IsVariadic
            ? new GradientsArgumentPlan(parameter.Name, targets.ToEquatableArray())
            : new GradientArgumentPlan(parameter.Name, targets.FirstOrDefault() ?? new UnwantedTarget());
    }

    private TargetPlan Target(BackwardStep backward, TensorArgument tensor)
        => backward.Writes.FirstOrDefault(write => write.Input == tensor.Name && write.Root == _scope.Groups.Root(tensor.Value)) is { } write
            ? _scope.PartTarget(tensor.Value, _scope.Target(write.Root, write.IsFirst))
            : new UnwantedTarget();

    private OperandPlan ResultGradient(BackwardStep backward, string result)
        => backward.Reads.FirstOrDefault(read => read.Result == result) is { } read ? _scope.ResultGradient(read.Root) : new AbsentOperand();

    private static TensorArgument? Find(IEnumerable<TensorArgument> tensors, string name) => tensors.FirstOrDefault(tensor => tensor.Name == name);

    private PointwiseCallStep Pointwise(PointwiseStep step, EquatableArray<NotePlan> notes, BackwardStep? backward)
    {
        var hypers = step.Sources.Zip(step.Chain.Links, (source, link) => link.Op.Hypers
            .Select(hyper => new ScalarArgumentPlan(hyper.Name, _scalars.Hyper(step, (OpIr)source, link.Op, hyper.Name)))
            .ToEquatableArray());
        var isBackward = backward is not null;
        return new PointwiseCallStep(
            notes,
            isBackward ? default : _scalars.CapturesOf(step),
            isBackward,
            new FunctionPlan(step.Chain, hypers.ToEquatableArray()),
            step.Inputs.Select(input => isBackward && !step.Saves(input.Name) ? new AbsentOperand() : _scope.Operand(input.Value)).ToEquatableArray(),
            isBackward && !step.Saves(Chain.ResultName) ? new AbsentOperand() : _scope.Operand(step.Results[0].Value),
            isBackward ? ResultGradient(backward!, Chain.ResultName) : null,
            isBackward ? step.Inputs.Select(input => Target(backward!, input)).ToEquatableArray() : default,
            step.Inputs.Count == 1 ? null : _bind.Layout(step.Results[0].Value, step.Inputs.Select(input => input.Value)));
    }

    private ChildCallStep Call(CallStep step, EquatableArray<NotePlan> notes, BackwardStep? backward)
    {
        var child = ChildResolver.Resolve(_scope.Linked, step);
        var isBackward = backward is not null;
        var inputs = Enumerable.Range(0, step.Call.Inputs.Count).Select(step.InputAt).Select(value => value < 0 ? new AbsentOperand() : _scope.Operand(value));
        var results = step.Call.Results.Select(value => _scope.Operand(value));
        var isFloat = step.Call.Results.Select(value => _scope.Fused.Values[value].Type == DType.Float32).ToList();
        return new ChildCallStep(
            notes,
            _bind.ChildName(step.Call),
            step.Call.Target,
            !child.IsDirect ? null : isBackward ? child.Names.BackwardPass : child.Names.ForwardPass,
            isBackward,
            inputs.ToEquatableArray(),
            results.ToEquatableArray(),
            isBackward ? step.Results.Where((_, i) => !child.IsDirect || isFloat[i]).Select(result => ResultGradient(backward!, result.Name)).ToEquatableArray() : default,
            isBackward ? CallTargets(step, child, backward!).ToEquatableArray() : default);
    }

    private ChildCallStep Outlined(OutlinedStep step, EquatableArray<NotePlan> notes, BackwardStep? backward)
    {
        var inputs = Enumerable.Range(0, step.Statement.Inputs.Count).Select(index => new TensorArgument(OutlinedStep.InputName(index), step.InputAt(index))).ToList();
        return new ChildCallStep(
            notes,
            _bind.ChildName(step.Statement),
            "",
            null,
            backward is not null,
            inputs.Select(input => input.Value < 0 ? new AbsentOperand() : _scope.Operand(input.Value)).ToEquatableArray(),
            step.Results.Select(result => _scope.Operand(result.Value)).ToEquatableArray(),
            backward is null ? default : step.Results.Select(result => ResultGradient(backward, result.Name)).ToEquatableArray(),
            backward is null ? default : inputs.Select(input => Target(backward, input)).ToEquatableArray(),
            backward is null && step.Statement is BranchIr { IsKnownWhenBound: false } branch ? _scalars.Arm(branch) : null);
    }

    /// <summary>A direct call takes gradients of float inputs only, the protocol one for each input.</summary>
    private IEnumerable<TargetPlan> CallTargets(CallStep step, ChildMethod child, BackwardStep backward)
    {
        for (var i = 0; i < step.Call.Inputs.Count; i++)
        {
            if (child.IsDirect && step.Method!.Inputs[i].Type != DType.Float32)
                continue;
            var value = step.InputAt(i);
            yield return value < 0 ? new UnwantedTarget() : Target(backward, new TensorArgument(CallStep.InputName(step.Method, i), value));
        }
    }
}
