using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Planning;

/// <summary>Plans one method: fusion, reverse pass, memory, and everything that emission prints of them.</summary>
internal sealed class MethodPlanner
{
    private readonly MethodScope _scope;
    private readonly BindPlanner _bind;
    private readonly PassPlanner _passes;

    private MethodPlanner(MethodScope scope, MethodNames names, LoopIr? loop)
    {
        _scope = scope;
        _bind = new BindPlanner(scope, names, loop);
        _passes = new PassPlanner(scope, _bind);
    }

    /// <param name="linked">The module.</param>
    /// <param name="index">Number of the method.</param>
    /// <param name="names">Names of what is generated for it.</param>
    /// <param name="shapes">What inference knows of it.</param>
    public static MethodPlan Plan(LinkedModule linked, int index, MethodNames names, MethodShapes shapes)
        => new MethodPlanner(new MethodScope(linked, linked.Module.Methods[index], linked.Module.Methods[index].Scalars, shapes), names, loop: null).Plan(index, names, isBody: false);

    private MethodPlan Plan(OutlinedBody body, int index)
        => new MethodPlanner(new MethodScope(_scope.Linked, body.Method, body.Scope, body.Shapes), body.Names, body.Loop).Plan(index, body.Names, isBody: true);

    private MethodPlan Plan(int index, MethodNames names, bool isBody)
    {
        var forward = _passes.Forward();
        var backward = _passes.Backward();
        return new MethodPlan(
            index,
            names,
            Inputs().ToEquatableArray(),
            Results().ToEquatableArray(),
            _bind.Build(),
            Slots().ToEquatableArray(),
            _passes.Scalars.ToEquatableArray(),
            _bind.Children.ToEquatableArray(),
            Parameters().ToEquatableArray(),
            Saved().ToEquatableArray(),
            Wanted().ToEquatableArray(),
            forward,
            backward,
            _scope.Scalars,
            _bind.Bodies.Select(body => Plan(body, index)).ToEquatableArray(),
            isBody,
            _bind.ListsTaken.ToEquatableArray());
    }

    private IEnumerable<InputPlan> Inputs() => _scope.Method.Inputs.Select((input, i) =>
    {
        var shape = _scope.Shapes[input.Value];
        return new InputPlan(
            _scope.InputNames[i],
            input,
            Remark(shape),
            _scope.InputGradients[i],
            IsSaved(input.Value),
            _scope.Reverse.Reaches(input.Value),
            shape.HasRank && shape.Dims.Count(dim => !dim.IsConstant) <= 1 ? Extents(shape).ToEquatableArray() : null,
            _scope.Groups.IsList(input.Value));
    });

    /// <summary>The dims, with -1 for the one that is not a number.</summary>
    private static IEnumerable<int> Extents(SymbolicShape shape) => shape.Dims.Select(dim => dim.Value is { } value ? (int)value : -1);

    private IEnumerable<ResultPlan> Results() => _scope.Method.Results.Select((result, i) =>
    {
        var shape = _scope.Shapes[result.Value];
        return new ResultPlan(
            _scope.ResultNames[i],
            result.Type,
            Remark(shape),
            _scope.ResultGradients[i],
            IsResultSaved(i),
            shape.IsKnown ? shape.Count?.Value == 1 : null,
            _bind.Gives(result.Value));
    });

    private static string? Remark(SymbolicShape shape) => shape.IsKnown ? Remarks.Of(shape) : null;

    private bool IsSaved(int root) => _scope.Reverse.Saved.Any(value => _scope.Groups.Root(value) == root);

    private bool IsResultSaved(int index) => _scope.Reverse.Saved
        .Select(_scope.Groups.Root)
        .Any(root => _scope.Fused.Values[root].Origin == ValueOrigin.Statement && _scope.Memory.Value(root).Result == index);

    private IEnumerable<SlotPlan> Slots()
    {
        foreach (var storage in _scope.Memory.ValueSlots)
            yield return Slot(storage, _scope.SlotName(storage), isGradient: false);
        foreach (var storage in _scope.Memory.GradientSlots)
            yield return Slot(storage, _scope.GradientSlotName(storage), isGradient: true);
    }

    private SlotPlan Slot(Storage storage, string name, bool isGradient) => new(
        name,
        _scope.Fused.Values[storage.Root].Type,
        _bind.Shape(storage.Root),
        _scope.Shapes[storage.Root].Count?.ToString(),
        storage.First,
        storage.LastForward,
        storage.Last,
        _scope.Time.Describe(storage.First),
        _scope.Time.Describe(storage.Last),
        isGradient);

    /// <summary>Those that a gradient reaches, in the order of the values: that of the user's code.</summary>
    private IEnumerable<MemberOperand> Parameters()
        => _scope.Method.Values
            .Where(value => value.Origin == ValueOrigin.Member && value.MemberKind == MemberKind.Parameter && _scope.Reverse.Reaches(value.Id))
            .Select(value => (MemberOperand)_scope.Operand(value.Id))
            .Distinct();

    private IEnumerable<MemberOperand> Saved()
        => _scope.Reverse.Saved
            .Select(_scope.Groups.Root)
            .Where(root => _scope.Fused.Values[root].Origin == ValueOrigin.Member)
            .Select(root => (MemberOperand)_scope.Operand(root))
            .Distinct();

    /// <summary>In the order of the forward pass, so that each line names earlier ones only.</summary>
    private IEnumerable<WantedPlan> Wanted()
    {
        foreach (var step in _scope.Reverse.Steps.Reverse())
        {
            foreach (var root in step.Reads.Select(read => read.Root).Where(root => _scope.Memory.Gradient(root) is not null && !_scope.Groups.IsList(root)))
                yield return new WantedPlan(_scope.WantedName(root), Terms(step).Distinct().ToEquatableArray());
        }
    }

    private IEnumerable<WantedTerm> Terms(BackwardStep step)
    {
        foreach (var write in step.Writes)
        {
            yield return _scope.Target(write.Root, write.IsFirst) switch
            {
                InputTarget input => new InputWanted(input.Name),
                MemberTarget member => new ParameterWanted(member.Path, member.IsNullable),
                SlotTarget { Wanted: { } wanted } => new SlotWanted(wanted),
                SlotTarget => new AlwaysWanted(),
                _ => throw new System.InvalidOperationException("An unwanted gradient is not written."),
            };
        }

        if (step.Step is CallStep call)
            yield return new ChildWanted(_bind.ChildName(call.Call));
        else if (step.Step is OutlinedStep outlined)
            yield return new ChildWanted(_bind.ChildName(outlined.Statement));
    }
}
