using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

// Loops and branches, whose bodies are methods of their own.
internal sealed partial class MethodInference
{
    private const int MaxTurns = 64;

    private void Infer(LoopIr loop, int statement)
    {
        var given = loop.Inputs.Select(Shape).ToList();
        if (_scope.Instances is not null && !loop.IsOpen && loop.Scalars.Count == 0 && Turns(loop.Turn) is { } turns)
            InferTurns(loop, turns, given);
        else
            InferAnyTurn(loop, statement, given);
    }

    /// <summary>The scopes of turns whose number and modules are known; null where they are not.</summary>
    private List<InferenceScope>? Turns(TurnIr turn)
    {
        switch (turn)
        {
            case EachTurnIr each:
                return _scope.Creation(each.List, _scalars)?.Elements?.Select(element => WithTurn(each, element)).ToList();
            case CountedTurnIr { Variable: { } variable } counted:
                return Numbers(counted)?.Select(number => _scope with { Arguments = _scope.Arguments.With(variable.Name, number) }).ToList();
            default:
                return null;
        }
    }

    /// <summary>What the variable of a counted loop is in each turn; null where that is not known.</summary>
    private List<long>? Numbers(CountedTurnIr turn)
    {
        if (_scalars.Size(turn.From)?.Value is not { } number || _scalars.Size(turn.Until)?.Value is not { } last || _scalars.Size(turn.Step)?.Value is not { } step || step <= 0
            || turn.Advance is not ("+=" or "-="))
            return null;
        var numbers = new List<long>();
        for (; GoesOn(turn.Comparison, number, last); number += turn.Advance == "+=" ? step : -step)
        {
            if (numbers.Count == MaxTurns)
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    private static bool GoesOn(string comparison, long number, long last) => comparison switch
    {
        "<" => number < last,
        "<=" => number <= last,
        ">" => number > last,
        ">=" => number >= last,
        _ => false,
    };

    private InferenceScope WithTurn(EachTurnIr turn, PlacedCreation element) => _scope with { Turns = _scope.Turns.SetItem(turn.Variable!.Name, element) };

    /// <summary>Turn by turn, as binding does.</summary>
    private void InferTurns(LoopIr loop, List<InferenceScope> turns, List<SymbolicShape?> given)
    {
        var captured = loop.Inputs.Count - loop.Results.Count;
        foreach (var turn in turns)
        {
            var findings = new List<ShapeFinding>();
            var inference = new MethodInference(turn, loop.Body, findings);
            ShareLists(loop, inference);
            inference.Infer(input => given[IndexOf(loop.Body, input)]);
            _findings.AddRange(findings);
            if (findings.Any(finding => finding.Truth == Truth.Refuted))
                return;
            for (var k = 0; k < loop.Results.Count; k++)
                given[captured + k] = loop.Body.Results[k].Value < 0 ? null : inference._shapes[loop.Body.Results[k].Value];
        }

        for (var k = 0; k < loop.Results.Count; k++)
            _shapes[loop.Results[k]] = given[captured + k] ?? SymbolicShape.Unknown;
    }

    /// <summary>
    /// What every turn gives in the shape in which it took it has that shape before, in and after the loop. Of anything else
    /// nothing is known in the loop and after it. What a turn demands holds in the loop only: there may be no turn.
    /// </summary>
    private void InferAnyTurn(LoopIr loop, int statement, List<SymbolicShape?> given)
    {
        ForgetLists(loop);
        var body = loop.Body;
        var captured = loop.Inputs.Count - loop.Results.Count;
        var scope = loop.Turn is EachTurnIr each && _scope.Instances is not null && _scope.Creation(each.List, _scalars)?.AnyElement(_store.FreshNumber()) is { } element
            ? WithTurn(each, element)
            : _scope;
        List<ShapeFinding>? mistakes = null;
        while (true)
        {
            var mark = _store.Mark();
            var findings = new List<ShapeFinding>();
            var inference = new MethodInference(scope, body, findings);
            inference.Infer(input => given[IndexOf(body, input)]);
            inference.CheckResults();
            var shapes = inference._shapes;

            // The first turn takes what is given, so what does not fit then is a mistake whatever later turns take.
            if (findings.Any(finding => finding.Truth == Truth.Refuted))
                mistakes ??= findings;
            var changing = Enumerable.Range(0, loop.Results.Count)
                .Where(k => given[captured + k] is not null && !shapes.AreEqual(body.Inputs[captured + k].Value, body.Results[k].Value))
                .ToList();
            _store.Undo(mark);
            if (changing.Count > 0)
            {
                foreach (var k in changing)
                    given[captured + k] = null;
                continue;
            }

            _findings.AddRange(mistakes ?? findings);
            _shapes.Add(statement, [shapes]);
            for (var k = 0; k < loop.Results.Count; k++)
            {
                if (given[captured + k] is { } shape)
                    _shapes[loop.Results[k]] = shape;
            }

            return;
        }
    }

    /// <summary>The arm that runs; null where that is not known.</summary>
    private int? ArmOf(BranchIr branch)
    {
        for (var i = 0; i < branch.Conditions.Count; i++)
        {
            var holds = branch.IsKnownWhenBound ? _scalars.Holds(branch.Conditions[i]) : Truth.Unknown;
            if (holds != Truth.Refuted)
                return holds == Truth.Proven ? i : null;
        }

        return branch.Arms.Count - 1;
    }

    private void InferArm(BranchIr branch, int statement, int index)
    {
        var arm = branch.Arms[index];
        var inference = new MethodInference(_scope, arm, _findings);
        ShareLists(branch, inference);
        inference.Infer(input => Shape(branch.Inputs[IndexOf(arm, input)]));
        _shapes.Add(statement, branch.Arms.Select((other, i) => i == index ? inference._shapes : new MethodShapes(other.Values.Count, [])).ToList());
        for (var k = 0; k < branch.Results.Count; k++)
        {
            if (arm.Gives(k))
                _shapes[branch.Results[k]] = inference._shapes[arm.Results[k].Value];
        }
    }

    /// <summary>A result on whose shape all arms agree has it. What an arm demands holds in it only: another may run.</summary>
    private void Infer(BranchIr branch, int statement)
    {
        if (_scope.Instances is not null && ArmOf(branch) is { } known)
        {
            InferArm(branch, statement, known);
            return;
        }

        ForgetLists(branch);
        var bodies = new List<MethodShapes>();
        foreach (var arm in branch.Arms)
        {
            var mark = _store.Mark();
            var inference = new MethodInference(_scope, arm, _findings);
            inference.Infer(input => Shape(branch.Inputs[IndexOf(arm, input)]));
            inference.CheckResults();
            bodies.Add(inference._shapes);
            _store.Undo(mark);
        }

        _shapes.Add(statement, bodies);
        for (var k = 0; k < branch.Results.Count; k++)
        {
            var given = branch.Arms.Select((arm, i) => (Arm: arm, Shape: bodies[i][arm.Results[k].Value])).Where(result => result.Arm.Gives(k)).Select(result => result.Shape).ToList();
            if (given.All(shape => shape.IsKnown && shape.Equals(given[0])))
                _shapes[branch.Results[k]] = given[0];
            else if (branch.IsKnownWhenBound && given.All(shape => shape.HasRank && shape.Rank == given[0].Rank))
                _shapes[branch.Results[k]] = SymbolicShape.Of(given[0].Dims.Select((dim, axis) => given.All(shape => shape.Dims[axis] == dim) ? dim : _store.FreshDim()));
            else if (!branch.IsKnownWhenBound && given.FirstOrDefault(shape => AreEqual(given[0], shape) == Truth.Refuted) is { } other)
                _findings.Add(new ShapeFinding(_scope.Reported, branch.Site, Truth.Refuted, ShapeMessages.WriteArms(_method.Values[branch.Results[k]].Name, given[0], other)));
        }
    }
}
