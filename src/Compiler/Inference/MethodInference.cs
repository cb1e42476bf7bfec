using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Infers the shapes of one method, statement by statement. What is refuted has an unknown shape, so that one mistake gives one message.</summary>
internal sealed class MethodInference
{
    private readonly LinkedModule _linked;
    private readonly int _index;
    private readonly int _reported;
    private readonly MethodIr _method;
    private readonly ConstraintStore _store;
    private readonly MethodShapes _shapes;
    private readonly ScalarShapes _scalars;
    private readonly CallSites _sites;
    private readonly List<ShapeFinding> _findings;

    private MethodInference(LinkedModule linked, int index, MethodIr method, List<ShapeFinding> findings, ConstraintStore store)
    {
        _linked = linked;
        _method = method;
        _reported = linked.Module.Methods[index].Variant is null
            ? index
            : linked.Module.Methods.ToList().FindIndex(linked.Module.Methods[index].IsVariantOf);
        _index = index;
        _findings = findings;
        _store = store;
        _shapes = new MethodShapes(_method.Values.Count, Symbols());
        _scalars = new ScalarShapes(linked.Module, _shapes, linked.Module.Methods[index].Scalars);
        _sites = new CallSites(linked, _method);
    }

    /// <param name="linked">The module.</param>
    /// <param name="index">Number of the method.</param>
    /// <param name="findings">Receives what is refuted or open.</param>
    public static MethodShapes Infer(LinkedModule linked, int index, List<ShapeFinding> findings)
    {
        var inference = new MethodInference(linked, index, linked.Module.Methods[index], findings, new ConstraintStore());
        inference.AssumeSizes();
        inference.Infer(input => null);
        return inference._shapes;
    }

    /// <summary>What gives a tensor its size is at least 1; a padding, say, may be anything.</summary>
    private void AssumeSizes()
    {
        var sizes = new HashSet<string>(_method.Inputs.Select(input => input.Shape).Concat(_method.Values.Select(value => value.Shape)).OfType<string>().SelectMany(DeclaredShapes.Bound));
        var names = _linked.Module.Constructor.Select(hyper => hyper.Name).Concat(_method.Scalars.Select(scalar => scalar.Name));
        foreach (var name in names.Where(name => !sizes.Contains(name)))
            _store.AssumeAnything(name);
    }

    /// <summary>Symbols that binding can evaluate.</summary>
    private IEnumerable<string> Symbols()
        => _method.Inputs.Where(input => input.Shape is not null && !input.IsOptional).SelectMany(input => DeclaredShapes.Bound(input.Shape!))
            .Concat(_linked.Module.Constructor.Where(hyper => hyper.Member is not null && hyper.Type is "int" or "long").Select(hyper => hyper.Name))
            .Concat(_linked.Module.Methods[_index].Scalars.Where(scalar => scalar.Type is "int" or "long").Select(scalar => scalar.Name));

    /// <param name="given">The shape of an input where the surroundings of a loop give it; null where the method declares it.</param>
    private void Infer(Func<InputIr, SymbolicShape?> given)
    {
        foreach (var value in _method.Values)
        {
            if (value.Origin == ValueOrigin.Input)
                _shapes[value.Id] = _method.Inputs.First(input => input.Value == value.Id) is var input && given(input) is { } shape ? shape : Input(input);
            else if (value is { Origin: ValueOrigin.Member, Shape: not null })
                _shapes[value.Id] = DeclaredShapes.Of(value.Shape, Dim.Symbol, _store);
        }

        if (_method.Body is null)
            return;
        Visit(_method.Body);
        foreach (var value in _method.Values)
            _shapes[value.Id] = _store.Resolve(_shapes[value.Id]);
        CheckResults();
    }

    private SymbolicShape Input(InputIr input)
        => input.Shape is null ? _store.FreshShape(input.Name) : DeclaredShapes.Of(input.Shape, Dim.Symbol, _store);

    private void Visit(BlockIr block)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            switch (block.Statements[i])
            {
                case OpIr op:
                    Infer(op);
                    break;
                case CallIr call:
                    Infer(call);
                    break;
                case LoopIr loop:
                    Infer(loop, i);
                    break;
                case BranchIr branch:
                    Infer(branch, i);
                    break;
                case WriteIr write:
                    Check(write);
                    break;
            }
        }
    }

    /// <summary>
    /// What every turn gives in the shape in which it took it has that shape before, in and after the loop. Of anything else
    /// nothing is known in the loop and after it. What a turn demands holds in the loop only: there may be no turn.
    /// </summary>
    private void Infer(LoopIr loop, int statement)
    {
        var body = loop.Body;
        var captured = loop.Inputs.Count - loop.Results.Count;
        var given = loop.Inputs.Select(Shape).ToList();
        while (true)
        {
            var mark = _store.Mark();
            var findings = new List<ShapeFinding>();
            var inference = new MethodInference(_linked, _index, body, findings, _store);
            inference.Infer(input => given[IndexOf(body, input)]);
            var shapes = inference._shapes;
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

            _findings.AddRange(findings);
            _shapes.Add(statement, [shapes]);
            for (var k = 0; k < loop.Results.Count; k++)
            {
                if (given[captured + k] is { } shape)
                    _shapes[loop.Results[k]] = shape;
            }

            return;
        }
    }

    /// <summary>A result on whose shape all arms agree has it. What an arm demands holds in it only: another may run.</summary>
    private void Infer(BranchIr branch, int statement)
    {
        var bodies = new List<MethodShapes>();
        foreach (var arm in branch.Arms)
        {
            var mark = _store.Mark();
            var inference = new MethodInference(_linked, _index, arm, _findings, _store);
            inference.Infer(input => Shape(branch.Inputs[IndexOf(arm, input)]));
            bodies.Add(inference._shapes);
            _store.Undo(mark);
        }

        _shapes.Add(statement, bodies);
        for (var k = 0; k < branch.Results.Count; k++)
        {
            var given = branch.Arms.Select((arm, i) => (Arm: arm, Shape: bodies[i][arm.Results[k].Value])).Where(result => result.Arm.Gives(k)).Select(result => result.Shape).ToList();
            if (given.All(shape => shape.IsKnown && shape.Equals(given[0])))
                _shapes[branch.Results[k]] = given[0];
            else if (!branch.IsKnownWhenBound && given.FirstOrDefault(shape => AreEqual(given[0], shape) == Truth.Refuted) is { } other)
                _findings.Add(new ShapeFinding(_reported, branch.Site, Truth.Refuted, ShapeMessages.WriteArms(_method.Values[branch.Results[k]].Name, given[0], other)));
        }
    }

    private static int IndexOf(MethodIr method, InputIr input)
    {
        var index = 0;
        while (!ReferenceEquals(method.Inputs[index], input))
            index++;
        return index;
    }

    private void Infer(OpIr call)
    {
        // How many tensors a list holds is not known before it is bound.
        if (call.Tensors.Any(tensor => _method.Values[tensor.Value].IsList))
            return;
        var op = _linked.Op(call.Op);
        var contract = Contract.Parse(op.Contract);
        var inputs = op.Inputs.SelectMany(input => Operands(call, input)).ToList();
        var hypers = contract.Hypers.ToDictionary(name => name, name => _scalars.Hyper(HyperOf(call, op, name)));
        var result = SymbolicInference.Infer(contract, inputs.Select(Shape).ToList(), null, hypers, _store);
        Report(call, result, _sites.Of(call));
        if (result.Truth == Truth.Refuted)
            return;
        for (var i = 0; i < call.Results.Count; i++)
            _shapes[call.Results[i]] = result.Outputs[i];
        _shapes.Add(call, result.Dims, result.Alternative);
        if (call.Declared is { } declared)
            Infer(call, declared, inputs, call.Results, _sites.Of(call));
    }

    /// <summary>What a module written by hand states of a call.</summary>
    private void Infer(StatementIr call, DeclaredContractIr declared, IReadOnlyList<int> inputs, EquatableArray<int> results, CallSite site)
    {
        if (_linked.Module.Members.FirstOrDefault(candidate => candidate.Name == declared.Module) is not { Arguments.Count: > 0 } member)
            return;
        var contract = Contract.Parse(declared.Text);
        var hypers = contract.Hypers.ToDictionary(name => name, name => _scalars.Hyper(member.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value));
        var result = SymbolicInference.Infer(contract, inputs.Take(contract.Inputs.Count).Select(Shape).ToList(), null, hypers, _store);
        Report(call, result, site);
        for (var i = 0; i < result.Outputs.Count && result.Truth != Truth.Refuted; i++)
            _shapes[results[i]] = result.Outputs[i];
    }

    private static IEnumerable<int> Operands(OpIr call, OpInput input)
    {
        var values = call.Tensors.Where(tensor => tensor.Name == input.Name).Select(tensor => tensor.Value).ToList();
        return values.Count == 0 && !input.IsVariadic ? [-1] : values;
    }

    private SymbolicShape? Shape(int value) => value < 0 ? null : _shapes[value];

    private static ScalarIr? HyperOf(OpIr call, OpModel op, string name)
        => call.Scalars.FirstOrDefault(scalar => scalar.Name == name)?.Value ?? op.Hypers.FirstOrDefault(hyper => hyper.Name == name)?.Default;

    private void Infer(CallIr call)
    {
        if (call.Declared is { } declared)
        {
            Infer(call, declared, call.Inputs, call.Results, _sites.Of(call));
            return;
        }

        var callee = _linked.Child(call.TargetType);
        if (callee?.Methods.FirstOrDefault(candidate => candidate.Key == call.Method) is not { } method)
            return;
        var isKnown = call.RunsBodyOf(method, _linked.Module, callee);
        var contract = MethodContract.Create(
            method.Inputs.Select(input => new MethodInput(input.Name, ElementType.Any, input.IsOptional, input.Shape)),
            method.Results.Select(result => result.IsInferred && !isKnown ? null : result.Shape),
            callee.Constructor.Select(hyper => hyper.Name).Concat(method.Scalars.Select(scalar => scalar.Name)));
        var member = _linked.Module.Members.FirstOrDefault(candidate => candidate.Name == call.Target);
        var hypers = callee.Constructor.ToDictionary(hyper => hyper.Name, hyper => Argument(call, member, hyper));
        for (var i = 0; i < method.Scalars.Count; i++)
            hypers[method.Scalars[i].Name] = i < call.Scalars.Count ? _scalars.Hyper(call.Scalars[i]) : HyperValue<Dim>.Unknown;
        var result = SymbolicInference.Infer(contract, call.Inputs.Select(Shape).ToList(), null, hypers, _store);
        Report(call, result, _sites.Of(call));
        if (result.Truth == Truth.Refuted)
            return;
        for (var i = 0; i < call.Results.Count; i++)
            _shapes[call.Results[i]] = result.Outputs[i];
    }

    /// <summary>What a child was created with; this module's own methods know its constructor parameters as symbols.</summary>
    private HyperValue<Dim> Argument(CallIr call, MemberIr? member, HyperIr hyper)
        => call.Target.Length == 0
            ? HyperValue<Dim>.Of(Dim.Symbol(hyper.Name))
            : _scalars.Hyper(member?.Arguments.FirstOrDefault(argument => argument.Name == hyper.Name)?.Value);

    private void Report(StatementIr statement, InferenceResult result, CallSite site)
    {
        if (result.Truth == Truth.Proven)
            return;
        foreach (var message in result.Messages(site))
            _findings.Add(new ShapeFinding(_reported, statement.Site, result.Truth, message));
    }

    /// <summary>What the method declares of its results holds for its callers, so it must be what comes out.</summary>
    private void CheckResults()
    {
        foreach (var result in _method.Results.Where(result => result.Shape is not null && result.Value >= 0))
        {
            var declared = DeclaredShapes.Of(result.Shape!, Dim.Symbol, _store);
            var found = _shapes[result.Value];
            if (!found.IsKnown)
                _shapes[result.Value] = declared;
            else if (AreEqual(declared, found) == Truth.Refuted)
                _findings.Add(new ShapeFinding(_reported, -1, Truth.Refuted, ShapeMessages.WriteResult(_method.Name, result.Shape!, found)));
        }
    }

    /// <summary>A member keeps its shape, so that is the one of what is written to it.</summary>
    private void Check(WriteIr write)
    {
        var (member, value) = (_shapes[write.Member], _shapes[write.Source]);
        if (AreEqual(member, value) == Truth.Refuted)
            _findings.Add(new ShapeFinding(_reported, write.Site, Truth.Refuted, ShapeMessages.WriteStored(_method.Values[write.Member].Name, member, value)));
    }

    private Truth AreEqual(SymbolicShape declared, SymbolicShape found)
    {
        if (!declared.HasRank || !found.HasRank)
            return Truth.Unknown;
        return declared.Rank != found.Rank
            || declared.Dims.Zip(found.Dims, (left, right) => DimComparison.AreEqual(left, right, _store)).Any(truth => truth == Truth.Refuted)
                ? Truth.Refuted
                : Truth.Unknown;
    }
}
