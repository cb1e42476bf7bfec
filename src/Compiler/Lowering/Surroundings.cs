using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>What a body that is lowered as a method of its own, a turn of a loop or an arm of a branch, reads of what stands outside of it.</summary>
/// <param name="outer">The method or body around it.</param>
/// <param name="parent">The surroundings of that body; null for the method.</param>
/// <param name="site">Number of the loop or branch.</param>
/// <param name="arm">Which arm of a branch.</param>
internal sealed class Surroundings(MethodBuilder outer, Surroundings? parent, int site, int arm)
{
    private readonly Dictionary<int, int> _values = [];
    private readonly Dictionary<int, int> _sources = [];
    private readonly Dictionary<string, BoundScalarIr> _bound = [];

    public Surroundings? Parent => parent;

    /// <summary>The loops and arms in which it stands.</summary>
    public string Way { get; } = $"{parent?.Way}/{site}:{arm}";

    /// <summary>Whether only a call knows if the body runs.</summary>
    public bool IsUncertain { get; init; }

    public MethodBuilder Body { get; } = new();

    /// <summary>Inputs of the body.</summary>
    public List<InputIr> Inputs { get; } = [];

    /// <summary>The values that these inputs are outside.</summary>
    public List<int> Captured { get; } = [];

    /// <summary>How many of the inputs are lists.</summary>
    public int Lists => Captured.Count(value => outer.Values[value].IsList);

    /// <summary>What stands for a term of the surroundings until it is read.</summary>
    public Term Outside(Term term) => term is TensorTerm or ShapeTerm or ScalarTerm or PartsTerm or SequenceTerm or ListTerm or ChosenTerm or OptionalTerm or ZippedTerm or ReversedTerm or OuterTerm or ForkedTerm ? new OuterTerm(term, this) : term;

    /// <summary>A term of the surroundings as the body reads it.</summary>
    public Term Import(Term term) => term switch
    {
        TensorTerm tensor => new TensorTerm(Import(tensor.Value)),
        ShapeTerm shape => new ShapeTerm(Import(shape.Value)),
        ScalarTerm scalar => new ScalarTerm(Import(scalar.Scalar)),
        PartsTerm parts => parts with
        {
            Tensors = parts.Tensors.Select(tensor => tensor with { Value = Import(tensor.Value) }).ToEquatableArray(),
            Scalars = parts.Scalars.Select(scalar => scalar with { Value = Import(scalar.Value) }).ToEquatableArray(),
            Count = parts.Count is { } count ? Import(count) : null,
        },
        ChosenTerm chosen => chosen with { Conditions = chosen.Conditions.Select(Import).ToEquatableArray() },
        OptionalTerm optional => new OptionalTerm(Import(optional.IsAbsent), Import(optional.Value)),
        SequenceTerm sequence => new SequenceTerm(sequence.Items.Select(Import).ToImmutableArray()),
        ZippedTerm zipped => new ZippedTerm(zipped.Collections.Select(Import).ToImmutableArray()),
        ReversedTerm reversed => new ReversedTerm(Import(reversed.Collection)),
        ListTerm { IsWrittenOut: true } list => list with { Items = list.Items.Select(Import).ToImmutableArray() },
        ListTerm list => list with { Values = list.Values.Select(Import).ToEquatableArray() },
        OuterTerm further => Import(further.Surroundings.Import(further.Term)),
        ForkedTerm forked => Import(forked.Fork.Join(forked)),
        _ => term,
    };

    /// <summary>A term of the body as its surroundings say it; null where it is computed in the body.</summary>
    public Term? Export(Term term)
    {
        switch (term)
        {
            case OuterTerm outside when ReferenceEquals(outside.Surroundings, this):
                return outside.Term;
            case TensorTerm tensor:
                return Source(tensor.Value) is { } value ? new TensorTerm(value) : null;
            case ShapeTerm shape:
                return Source(shape.Value) is { } shaped ? new ShapeTerm(shaped) : null;
            case ScalarTerm scalar:
                return Export(scalar.Scalar) is { } exported ? new ScalarTerm(exported) : null;
            case OptionalTerm optional:
                return Export(optional.IsAbsent) is { } condition && Export(optional.Value) is { } present ? new OptionalTerm(condition, present) : null;
            case SequenceTerm sequence:
                var items = sequence.Items.Select(Export).ToList();
                return items.Contains(null) ? null : new SequenceTerm(items.Select(item => item!).ToImmutableArray());
            case ListTerm { IsWrittenOut: true } list:
                var held = list.Items.Select(Export).ToList();
                return held.Contains(null) ? null : list with { Items = held.Select(item => item!).ToImmutableArray() };
            case ListTerm list:
                var known = list.Values.Select(Source).ToList();
                return known.Contains(null) ? null : list with { Values = known.Select(value => value!.Value).ToEquatableArray() };
            case ChosenTerm or OuterTerm or ForkedTerm or PartsTerm or ZippedTerm or ReversedTerm:
                return null;
            default:
                return term;
        }
    }

    /// <summary>A scalar of the body as its surroundings say it; null where it is about a value that is computed in the body.</summary>
    public ScalarIr? Export(ScalarIr scalar) => ScalarFolding.Rewrite(scalar, leaf => ScalarLeaves.ValueOf(leaf) is not { } value
        ? leaf is BoundScalarIr ? null : leaf is MemberScalarIr member && _bound.TryGetValue(member.Path, out var bound) ? bound : leaf
        : Source(value) is { } source ? ScalarLeaves.WithValue(leaf, _ => source) : null);

    /// <summary>The value outside that a value of the body is; null where it is computed in the body.</summary>
    public int? Source(int value)
    {
        if (_sources.TryGetValue(value, out var source))
            return source;
        return Body.Values[value] is { Origin: ValueOrigin.Member, Version: 0 } member && !outer.Written.Contains(member.Name)
            ? _sources[value] = outer.Member(member)
            : null;
    }

    /// <summary>The input of the body that a value of the surroundings is given as.</summary>
    public InputIr InputOf(int value)
    {
        var input = Import(value);
        return Inputs.First(candidate => candidate.Value == input);
    }

    private ScalarIr Import(ScalarIr scalar) => ScalarFolding.Rewrite(scalar, ImportLeaf)!;

    /// <summary>What binding computed before is handed to the body as what differs from turn to turn is.</summary>
    private ScalarIr ImportLeaf(ScalarIr leaf)
    {
        if (leaf is not BoundScalarIr bound)
            return ScalarLeaves.WithValue(leaf, Import);
        _bound[bound.Name] = bound;
        return new MemberScalarIr(bound.Type, bound.Name, IsReadOnly: true, IsPublic: false);
    }

    private int Import(int value)
    {
        if (_values.TryGetValue(value, out var imported))
            return imported;
        var source = outer.Values[value];
        if (source.Origin == ValueOrigin.Member)
        {
            imported = Body.Member(source);
        }
        else
        {
            imported = source.IsList ? Body.List(source.Name, source.Type, ValueOrigin.Input) : Body.Input(source.Name, source.Type, source.IsNullable);
            Inputs.Add(new InputIr(source.Name, source.Type, source.IsNullable, null, imported));
            Captured.Add(value);
        }

        _sources[imported] = value;
        return _values[value] = imported;
    }
}

/// <summary>What a name outside of a loop or branch stands for, until the body reads it.</summary>
internal sealed record OuterTerm(Term Term, Surroundings Surroundings) : Term;
