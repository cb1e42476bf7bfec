using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Planning;

/// <summary>Statements with bodies: binding runs loops, and binds the arms of branches that may run.</summary>
internal sealed partial class BindPlanner
{
    private void Bind(LoopIr loop, int index)
    {
        var names = _names.Turn(_loops++);
        _bodies.Add(new OutlinedBody(loop.Body, loop.Scope, names, _scope.Shapes.OfBodies(loop, index)[0], loop));
        var local = _scope.Names.Allocate("loop");
        var plan = Child(loop, local, ChildMethod.AnyPlan, ChildMethod.AnyFrame);
        _lines.Add(new BindLoop(
            local,
            plan,
            _scope.Names.Allocate(local + "Turn"),
            Header(loop, local),
            loop.Turn switch
            {
                WhileTurnIr { IsAfter: true } => $"while ({Condition(loop, local)});",
                OpenTurnIr => $"while (!{local}.IsSettled);",
                _ => null,
            },
            names.Bind,
            loop.Inputs.Select(Given).ToEquatableArray(),
            loop.Body.Results.Select(result => result.Type).ToEquatableArray(),
            loop.Scope.Select(variable => variable.Name).ToEquatableArray(),
            Lists(loop.Inputs).ToEquatableArray(),
            loop.Scalars.Select(scalar => new BoundScalar(scalar.Variable.Type, scalar.Variable.Name, _text.Write(scalar.From), scalar.Next)).ToEquatableArray(),
            loop.Body.Turn?.GoesOn is null ? null : LoopIr.GoesOn,
            loop.IsOpen,
            loop.Turn is not OpenTurnIr,
            loop.Given));
    }

    private void Bind(BranchIr branch, int index)
    {
        var shapes = _scope.Shapes.OfBodies(branch, index);
        var isKnown = branch.IsKnownWhenBound;
        var arms = branch.Arms.Select((arm, i) => Arm(branch, i, shapes[i])).ToEquatableArray();
        _branches++;
        var plan = isKnown
            ? Child(branch, "branch", ChildMethod.AnyPlan, ChildMethod.AnyFrame)
            : Child(branch, "branch", ChildMethod.BranchPlan, ChildMethod.BranchFrame);
        _lines.Add(new BindBranch(
            plan,
            isKnown,
            arms,
            branch.Inputs.Select(Given).ToEquatableArray(),
            branch.Scope.Select(variable => variable.Name).ToEquatableArray(),
            Lists(branch.Inputs).ToEquatableArray(),
            branch.Results.Select(result => _scope.Fused.Values[result].Name).ToEquatableArray()));
    }

    private BindArm Arm(BranchIr branch, int index, MethodShapes shapes)
    {
        var arm = branch.Arms[index];
        var condition = branch.IsKnownWhenBound
            ? index < branch.Conditions.Count ? branch.Conditions[index] : null
            : BindTime.MayRun(branch, index) is var may and not ConstantIr ? may : null;
        var text = condition is null ? null : _text.Write(condition);
        var unchanged = arm.Results.Select(result => arm.Inputs.ToList().FindIndex(input => input.Value == result.Value)).ToList();
        if (arm.Body!.Statements.Count == 0 && !unchanged.Contains(-1) && arm.Results.All(result => result.Type == DType.Float32))
            return new BindArm(text, null, unchanged.ToEquatableArray());
        var names = _names.Arm(_branches, index, branch.Arms.Count);
        _bodies.Add(new OutlinedBody(arm, branch.Scope, names, shapes));
        return new BindArm(text, names.Bind, default);
    }

    /// <summary>Gives a loop or branch a place in the frame.</summary>
    /// <returns>Name of its plan.</returns>
    private string Child(OutlinedIr outlined, string stem, string planType, string frameType)
    {
        var child = _scope.Names.Allocate(stem + "Frame");
        var plan = _scope.Names.Allocate(stem + "Plan");
        var time = _scope.Time.Forward.FindIndex(step => step is OutlinedStep candidate && ReferenceEquals(candidate.Statement, outlined));
        var backward = _scope.Time.BackwardOf(_scope.Time.Forward[time]);
        _childNames.Add((outlined, child));
        _children.Add(new ChildPlan(child, plan, planType, frameType, time, time, backward < 0 ? time : _scope.Time.BackwardTime(backward)));
        for (var i = 0; i < outlined.Results.Count; i++)
            _shapes[outlined.Results[i]] = new ChildShape(plan, i);
        return plan;
    }

    /// <summary>C# expression that says whether a value that a body gives is there; null where it is.</summary>
    public string? Gives(int value) => _scope.Method.Body!.Statements.Select(statement => statement switch
    {
        AbsentIr absent when absent.Result == value => "false",
        CallIr call when _shapes[value] is ChildShape { IsOptional: true } child && call.Results.Contains(value) => $"{child.Plan}.GivesResult({child.Result})",
        OutlinedIr outlined when outlined.Results.ToList().IndexOf(value) is >= 0 and var index && !outlined.Bodies.All(body => IsGiven(body, index))
            => $"{((ChildShape)_shapes[value]).Plan}.GivesResult({index})",
        _ => null,
    }).FirstOrDefault(text => text is not null);

    /// <summary>Whether a body gives a result whichever of its arms run.</summary>
    private static bool IsGiven(MethodIr body, int result) => body.Gives(result)
        && body.Body!.Statements.OfType<OutlinedIr>().All(outlined => outlined.Results.ToList().IndexOf(body.Results[result].Value) is var index
            && (index < 0 || outlined.Bodies.All(inner => IsGiven(inner, index))));

    /// <summary>The shape that a body is given; null for an absent tensor.</summary>
    private ShapePlan Given(int value) => value < 0 || _shapes[value] is ListShape ? new AbsentShape() : _shapes[value];

    private string Header(LoopIr loop, string local) => loop.Turn switch
    {
        EachTurnIr each => $"foreach (var {each.Variable!.Name} in {each.List})",
        CountedTurnIr { Variable.Name: var name } counted => $"for (var {name} = {_text.Write(counted.From)}; {name} {counted.Comparison} "
            + $"{_text.Write(counted.Until)}; {name} {counted.Advance} {_text.Write(counted.Step)})",
        OpenTurnIr or WhileTurnIr { IsAfter: true } => "do",
        WhileTurnIr => $"while ({Condition(loop, local)})",
        _ => throw new InvalidOperationException($"No loop for {loop.Turn.GetType().Name}."),
    };

    /// <summary>Whether there is another turn, over what that turn would take.</summary>
    private static string Condition(LoopIr loop, string local)
    {
        return new ScalarText(
            path => path.Length == 0 ? "Training" : path + ".Training",
            dim => BoundShapes.Axis(Taken(dim.Value), dim.Axis, dim.Rank),
            value => BoundShapes.Rank(Taken(value)),
            value => BoundShapes.OrDefault(Taken(value)),
            number => number.Name,
            value => BoundShapes.Text(Taken(value)) + " is null").Write(loop.Body.Turn!.Condition!);

        TurnShape Taken(int value) => new(local, loop.Body.Inputs.ToList().FindIndex(input => input.Value == value));
    }
}
