using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Values and statements of a method while it is lowered.</summary>
internal sealed class MethodBuilder
{
    private readonly List<ValueIr> _values = [];
    private readonly Dictionary<string, int> _members = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly List<Func<StatementIr?>> _statements = [];

    /// <summary>What was added so far.</summary>
    public BlockIr Block => new(_statements.Select(statement => statement()).OfType<StatementIr>().ToEquatableArray());

    public EquatableArray<ValueIr> Values => _values.ToEquatableArray();

    public DType TypeOf(int value) => _values[value].Type;

    /// <summary>Whether a value may be null when the method runs.</summary>
    public bool IsNullable(int value) => _values[value].IsNullable;

    public bool IsInput(int value) => _values[value].Origin == ValueOrigin.Input;

    /// <summary>The condition under which a value is null; null where it never is.</summary>
    public ScalarIr? NullCondition(int value) => _values[value] switch
    {
        { IsNullable: false } => null,
        { Origin: ValueOrigin.Input } => new NullInputIr(value),
        { Member: { } member } => new NullMemberIr(member),
        _ => null,
    };

    public int Input(string name, DType type, bool isOptional) => Add(new ValueIr(_values.Count, name, type, ValueOrigin.Input, IsNullable: isOptional));

    public bool IsMember(int value) => _values[value].Origin == ValueOrigin.Member;

    /// <summary>The value of a member; one value however often it is read, until it is written.</summary>
    public int Member(ValueIr value)
    {
        if (!_members.TryGetValue(value.Name, out var id))
        {
            _versions.TryGetValue(value.Name, out var version);
            _members[value.Name] = id = Add(value with { Id = _values.Count, Version = version });
        }

        return id;
    }

    public bool IsBuffer(int value) => _values[value] is { Origin: ValueOrigin.Member, MemberKind: MemberKind.Buffer };

    /// <summary>A member was written: what is read of it from now on is another value.</summary>
    /// <returns>That value.</returns>
    public int Renew(int member)
    {
        var written = _values[member];
        _versions.TryGetValue(written.Name, out var version);
        _versions[written.Name] = version + 1;
        _members.Remove(written.Name);
        return Member(written);
    }

    /// <summary>A result that has no name of the user's yet.</summary>
    public int Result(string provisionalName, DType type)
        => Add(new ValueIr(_values.Count, provisionalName, type, ValueOrigin.Statement, IsNamed: false));

    /// <summary>A list, made here or taken from the surroundings.</summary>
    public int List(string name, DType type, ValueOrigin origin) => Add(new ValueIr(_values.Count, name, type, origin, IsList: true));

    /// <summary>Gives a result the name of the variable it is first assigned to.</summary>
    public void Name(int value, string name)
    {
        if (!_values[value].IsNamed)
            _values[value] = _values[value] with { Name = name, IsNamed = true };
    }

    public void Add(StatementIr statement)
    {
        _statements.Add(() => statement);
        if (statement is OutlinedIr)
            RenewWritten(Snapshots.Writes(statement, _values).Select(write => write.Name));
    }

    /// <summary>Adds a statement that is complete only when all that follows is lowered; null where it computes nothing.</summary>
    public void Add(Func<StatementIr?> statement) => _statements.Add(statement);

    /// <summary>Names of the members that were written.</summary>
    public IEnumerable<string> Written => _versions.Keys;

    /// <summary>Members were written in a loop or branch.</summary>
    public void RenewWritten(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct().ToList())
        {
            if (_members.TryGetValue(name, out var member))
                Renew(member);
        }
    }

    /// <summary>How many values there are.</summary>
    public int ValueCount => _values.Count;

    /// <summary>How many statements there are.</summary>
    public int Count => _statements.Count;

    /// <summary>Takes back the statements added last. Their values stay, named by nothing.</summary>
    public void RemoveFrom(int count) => _statements.RemoveRange(count, _statements.Count - count);

    private int Add(ValueIr value)
    {
        _values.Add(value);
        return value.Id;
    }
}
