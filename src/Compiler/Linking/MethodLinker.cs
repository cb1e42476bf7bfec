using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Linking;

/// <summary>Rebuilds a method with calls of small modules replaced by what these compute. Values that nothing names any more fall away.</summary>
internal sealed class MethodLinker
{
    private readonly MethodIr _method;
    private readonly ModuleIr _module;
    private readonly Dictionary<string, ModuleContract> _contracts;
    private readonly List<ValueIr> _values = [];
    private readonly List<StatementIr> _statements = [];
    private readonly Dictionary<(string Name, int Version), int> _members = [];
    private readonly Dictionary<int, int> _ids = [];

    private MethodLinker(MethodIr method, ModuleIr module, Dictionary<string, ModuleContract> contracts)
    {
        _method = method;
        _module = module;
        _contracts = contracts;
    }

    public static MethodIr Link(MethodIr method, ModuleIr module, Dictionary<string, ModuleContract> contracts)
        => method.Body is { } body ? new MethodLinker(method, module, contracts).Rebuild(body) : method;

    private MethodIr Rebuild(BlockIr body)
    {
        foreach (var input in _method.Inputs)
            _ids[input.Value] = Add(_method.Values[input.Value]);
        foreach (var statement in body.Statements)
            Rebuild(statement);
        return _method with
        {
            Inputs = _method.Inputs.Select(i => i with { Value = Id(i.Value) }).ToEquatableArray(),
            Results = _method.Results.Select(r => r with { Value = Id(r.Value) }).ToEquatableArray(),
            Values = _values.ToEquatableArray(),
            Body = new BlockIr(_statements.ToEquatableArray()),
            Turn = _method.Turn?.Rewrite(Renumber),
        };
    }

    private void Rebuild(StatementIr statement)
    {
        switch (statement)
        {
            case OpIr op:
                var tensors = op.Tensors.Select(t => t with { Value = Id(t.Value) }).ToEquatableArray();
                _statements.Add((OpIr)op.RewriteScalars(Renumber) with { Tensors = tensors, Results = Results(op.Results) });
                break;
            case CallIr call when !TryInline(call):
                var operands = call.Inputs.Select(i => i < 0 ? i : Id(i)).ToEquatableArray();
                _statements.Add((CallIr)call.RewriteScalars(Renumber) with { Inputs = operands, Results = Results(call.Results) });
                break;
            case OutlinedIr outlined:
                var inputs = outlined.Inputs.Select(i => i < 0 ? i : Id(i)).ToEquatableArray();
                var renumbered = (OutlinedIr)outlined.RewriteScalars(Renumber);
                _statements.Add(renumbered.RewriteBodies(body => Link(body, _module, _contracts)) with { Inputs = inputs, Results = Results(outlined.Results) });
                break;
            case TensorListIr list:
                _statements.Add((TensorListIr)list.RewriteScalars(Renumber) with
                {
                    List = list.Action == ListAction.Create ? Result(list.List) : Id(list.List),
                    Item = list.IsRead ? Result(list.Item) : list.IsWrite ? Id(list.Item) : -1,
                });
                break;
            case NumberIr number:
                _statements.Add((NumberIr)number.RewriteScalars(Renumber) with { Result = Result(number.Result) });
                break;
            case AbsentIr absent:
                _statements.Add(absent with { Result = Result(absent.Result) });
                break;
            case CheckIr check:
                _statements.Add(check.RewriteScalars(Renumber));
                break;
            case WriteIr write:
                _statements.Add(write with { Member = Id(write.Member), Source = Id(write.Source) });
                break;
        }
    }

    private ScalarIr Renumber(ScalarIr leaf) => ScalarLeaves.WithValue(leaf, Id);

    private EquatableArray<int> Results(EquatableArray<int> results)
        => results.Select(Result).ToEquatableArray();

    private int Result(int result) => _ids[result] = Add(_method.Values[result]);

    /// <summary>The new id of a value; a member is added when it is first read.</summary>
    private int Id(int old)
    {
        if (!_ids.TryGetValue(old, out var id))
            _ids[old] = id = Member(_method.Values[old]);
        return id;
    }

    private int Member(ValueIr value)
    {
        var key = (value.Name, value.Version);
        if (!_members.TryGetValue(key, out var id))
            _members[key] = id = Add(value);
        return id;
    }

    private int Add(ValueIr value)
    {
        _values.Add(value with { Id = _values.Count });
        return _values.Count - 1;
    }

    private bool TryInline(CallIr call)
    {
        if (call.IsRecomputed || !_contracts.TryGetValue(call.TargetType, out var contract)
            || contract.Module.Methods.FirstOrDefault(m => m.Key == call.Method) is not { Body: { } body } callee)
            return false;
        var child = new ChildView(_module, call.Target, contract.Module);
        if (!call.IsOfChild || (callee.IsOverridable && !child.IsExact) || callee.Scalars.Count > 0 || !body.Statements.All(child.CanInline))
            return false;
        Inline(call, callee, body, child);
        return true;
    }

    private void Inline(CallIr call, MethodIr callee, BlockIr body, ChildView child)
    {
        var ids = new Dictionary<int, int>();
        foreach (var (input, argument) in callee.Inputs.Zip(call.Inputs, (input, argument) => (input, argument)))
            ids[input.Value] = argument < 0 ? -1 : Id(argument);
        foreach (var statement in body.Statements.Cast<OpIr>())
        {
            var tensors = statement.Tensors.Select(t => t with { Value = Operand(t.Value) }).Where(t => t.Value >= 0).ToEquatableArray();
            var results = statement.Results.Select(r => ids[r] = Add(Result(r))).ToEquatableArray();
            _statements.Add((OpIr)statement.RewriteScalars(leaf => child.Read(leaf, Operand)!) with
            {
                Site = call.Site,
                Text = call.Text,
                Expression = call.Expression,
                IsDetached = statement.IsDetached || call.IsDetached,
                Tensors = tensors,
                Results = results,
            });
        }

        for (var i = 0; i < call.Results.Count; i++)
            _ids[call.Results[i]] = Operand(callee.Results[i].Value);

        int Operand(int value)
        {
            if (!ids.TryGetValue(value, out var id))
                ids[value] = id = child.Member(callee.Values[value]) is { } member ? Member(member) : -1;
            return id;
        }

        // A result of the call keeps the name that the caller gave it.
        ValueIr Result(int value)
        {
            var index = callee.Results.ToList().FindIndex(r => r.Value == value);
            return index >= 0 ? _method.Values[call.Results[index]] : callee.Values[value] with { Name = child.Name(callee.Values[value].Name) };
        }
    }
}
