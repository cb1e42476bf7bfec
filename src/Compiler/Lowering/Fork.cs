using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// A branch while the method is lowered. What code after it reads becomes a result only when it is read, so that arms give nothing
/// that nobody asks for.
/// </summary>
/// <param name="outer">The method or body in which it stands.</param>
/// <param name="turns">Variables of the loops around it.</param>
/// <param name="conditions">One for each arm but the last.</param>
/// <param name="arms">The arms.</param>
/// <param name="source">Number of the syntax node, its text, its condition.</param>
internal sealed class Fork(
    MethodBuilder outer,
    EquatableArray<TurnVariable> turns,
    IReadOnlyList<ScalarIr> conditions,
    IReadOnlyList<ForkArm> arms,
    (int Site, string Text, string Expression, SyntaxNode Place) source)
{
    private readonly List<(int Value, int[] Arms)> _results = [];
    private readonly Dictionary<ForkedTerm, bool> _joinable = [];
    private readonly Dictionary<ForkedTerm, Term> _joined = [];

    public (int Site, string Text, string Expression, SyntaxNode Place) Source => source;

    /// <summary>What a name stands for after the branch.</summary>
    public Term Join(ForkedTerm forked)
    {
        if (!_joined.TryGetValue(forked, out var term))
            _joined[forked] = term = Join(forked.Terms, forked.Name);
        return term;
    }

    /// <summary>Whether terms of the arms can stand for one after the branch.</summary>
    public bool CanJoin(IReadOnlyList<Term> terms)
    {
        if (terms.Any(term => term is FailedTerm) || Common(terms) is not null)
            return true;
        var known = terms.Select(Kind).ToList();
        return AreTensors(terms)
            || known.All(term => term is ShapeTerm)
            || known.All(term => term is ModuleTerm { IsNullable: false })
            || (known.All(term => term is ScalarTerm) && (Exported(terms) is not null || NumberType(known) is not null))
            || (known.All(term => term is SequenceTerm) && Items(terms) is { } items && items.All(CanJoin))
            || Parts(terms) is not null;
    }

    /// <summary>What a name stands for, as far as that is known before it is read.</summary>
    private static Term Kind(Term term) => term switch
    {
        OuterTerm outside => Kind(outside.Term),
        ForkedTerm forked when Kind(forked.Terms[0]) is ScalarTerm scalar && forked.Fork.CanJoin(forked) => scalar,
        _ => term,
    };

    private bool CanJoin(ForkedTerm forked)
    {
        if (!_joinable.TryGetValue(forked, out var can))
            _joinable[forked] = can = CanJoin(forked.Terms);
        return can;
    }

    /// <summary>What stands for terms of the arms after the branch.</summary>
    /// <param name="terms">One for each arm.</param>
    /// <param name="name">The user's name, or one that says what made it.</param>
    public Term Join(IReadOnlyList<Term> terms, string name)
    {
        if (terms.FirstOrDefault(term => term is FailedTerm) is { } failed)
            return failed;
        if (Common(terms) is { } common)
            return common;
        if (!CanJoin(terms))
            return FailedTerm.Instance;
        var inside = terms.Select((term, i) => arms[i].Inside(term)).ToList();
        if (AreTensors(terms))
            return new TensorTerm(Result(inside.Select(term => ((TensorTerm)term).Value).ToArray(), name));
        if (inside.All(term => term is ShapeTerm))
            return new ShapeTerm(Result(inside.Select(term => ((ShapeTerm)term).Value).ToArray(), name));
        if (inside.All(term => term is ScalarTerm))
            return new ScalarTerm(Chosen(terms) is { } chosen && (!ScalarFolding.IsLong(chosen) || NumberType(inside) is null) ? chosen : Given(inside, name));
        if (inside.All(term => term is ModuleTerm))
            return new ChosenTerm(conditions.ToEquatableArray(), inside.Cast<ModuleTerm>().ToEquatableArray());
        if (Items(inside) is { } items && items.All(CanJoin))
            return new SequenceTerm(items.Select(item => Join(item, name)).ToImmutableArray());
        return Parts(terms) is { } parts ? Join(parts, name) : FailedTerm.Instance;
    }

    /// <summary>Whether each term is a tensor that is there, all of one type.</summary>
    private bool AreTensors(IReadOnlyList<Term> terms) => terms.Select((term, i) => TypeOf(i, term)).Distinct().ToList() is { Count: 1 } types && types[0] is not null;

    /// <summary>What each arm gives of a tensor, or tuple of tensors, that some leave null; null where one gives something else.</summary>
    private List<OptionalTerm>? Parts(IReadOnlyList<Term> terms)
    {
        var parts = terms.Select((term, i) => arms[i].Part(term)).ToList();
        if (parts.Contains(null))
            return null;
        var forms = parts.Select((part, i) => part!.Value is AbsentTerm ? null : string.Join(" ", Tensors(part.Value).Select(value => TypeOf(i, new TensorTerm(value))))).OfType<string>();
        return forms.Distinct().Count() <= 1 ? parts.Select(part => part!).ToList() : null;
    }

    private Term Join(List<OptionalTerm> parts, string name)
    {
        var first = parts.FindIndex(part => part.Value is not AbsentTerm);
        if (first < 0)
            return AbsentTerm.Instance;
        var types = Tensors(parts[first].Value).Select(value => TypeOf(first, new TensorTerm(value))!.Value).ToList();
        var given = parts.Select((part, i) => part.Value is AbsentTerm ? types.Select(type => Absent(i, name, type)).ToList() : Tensors(part.Value)).ToList();
        var values = new Queue<int>(types.Select((_, k) => Result(given.Select(tensors => tensors[k]).ToArray(), name)));
        var conditions = parts.Select(part => (Term)new ScalarTerm(part.IsAbsent)).ToList();
        return new OptionalTerm(Chosen(conditions) is { } chosen && !ScalarFolding.IsLong(chosen) ? chosen : Given(conditions, name + "IsAbsent"), Term.Fill(parts[first].Value, values));
    }

    private int Absent(int arm, string name, DType type)
    {
        var body = arms[arm].Surroundings.Body;
        var value = body.Result(name, type);
        body.Add(new AbsentIr(source.Site, source.Text, source.Expression, value));
        return value;
    }

    private static List<int> Tensors(Term term) => term is SequenceTerm tuple ? tuple.Items.SelectMany(Tensors).ToList() : [((TensorTerm)term).Value];

    /// <summary>The statement; null where it computes nothing.</summary>
    public StatementIr? Build()
    {
        var captured = arms.SelectMany(arm => arm.Surroundings.Captured).Distinct().ToList();
        var bodies = arms.Select((arm, i) => Body(arm, i, captured)).ToEquatableArray();
        if (_results.Count == 0 && bodies.All(body => body.Body!.Statements.Count == 0))
            return null;
        return new BranchIr(
            source.Site,
            source.Text,
            source.Expression,
            turns,
            captured.ToEquatableArray(),
            _results.Select(result => result.Value).ToEquatableArray(),
            conditions.ToEquatableArray(),
            bodies);
    }

    private MethodIr Body(ForkArm arm, int index, List<int> captured)
    {
        var inputs = captured.Select(arm.Surroundings.InputOf).ToEquatableArray();
        var block = arm.Surroundings.Body.Block;
        var values = arm.Surroundings.Body.Values;
        var results = _results.Select(result => new ResultIr(values[result.Arms[index]].Type, null, result.Arms[index]));
        return new MethodIr("Arm", inputs, results.ToEquatableArray(), values, block);
    }

    private int Result(int[] values, string name)
    {
        if (_results.FirstOrDefault(result => result.Arms.SequenceEqual(values)) is { Arms: not null } existing)
            return existing.Value;
        var value = outer.Result(name, arms[0].Surroundings.Body.TypeOf(values[0]));
        _results.Add((value, values));
        return value;
    }

    /// <summary>What is the same in all arms and stands outside of them; else null.</summary>
    private Term? Common(IReadOnlyList<Term> terms)
    {
        var exported = terms.Select((term, i) => arms[i].Surroundings.Export(term)).ToList();
        return exported[0] is { } first && exported.All(first.Equals) ? first : null;
    }

    private DType? TypeOf(int arm, Term term) => term switch
    {
        OuterTerm { Term: TensorTerm tensor } => outer.IsNullable(tensor.Value) && arms[arm].MayBeNull(arms[arm].Surroundings.Import(term)) ? null : outer.TypeOf(tensor.Value),
        TensorTerm tensor => arms[arm].MayBeNull(tensor) ? null : arms[arm].Surroundings.Body.TypeOf(tensor.Value),
        OuterTerm or ForkedTerm when arms[arm].Inside(term) is TensorTerm joined => TypeOf(arm, joined),
        _ => null,
    };

    private List<ScalarIr>? Exported(IReadOnlyList<Term> terms)
    {
        var scalars = terms.Select((term, i) => (arms[i].Surroundings.Export(term) as ScalarTerm)?.Scalar).ToList();
        return scalars.Contains(null) ? null : scalars.Select(scalar => scalar!).ToList();
    }

    /// <summary>The C# type of numbers that arms can give as values; null where they cannot.</summary>
    private static string? NumberType(IEnumerable<Term> terms)
        => terms.Select(term => ((ScalarTerm)term).Scalar.Type).Distinct().ToList() is { Count: 1 } types && NumberIr.TypeOf(types[0]) is not null ? types[0] : null;

    /// <summary>A number that each arm computes.</summary>
    private ItemIr Given(List<Term> numbers, string name)
    {
        var type = NumberType(numbers)!;
        var values = numbers.Select((number, i) =>
        {
            var body = arms[i].Surroundings.Body;
            var value = body.Result(name, NumberIr.TypeOf(type)!.Value);
            body.Add(new NumberIr(source.Site, source.Text, source.Expression, ((ScalarTerm)number).Scalar, value));
            return value;
        });
        return new ItemIr(type, Result(values.ToArray(), name));
    }

    /// <summary>What the conditions choose of numbers that can be said outside of the arms; null where one cannot.</summary>
    private ScalarIr? Chosen(IReadOnlyList<Term> terms)
    {
        if (Exported(terms) is not { } scalars)
            return null;
        var chosen = scalars[scalars.Count - 1];
        for (var i = scalars.Count - 2; i >= 0; i--)
            chosen = ScalarFolding.Conditional(scalars[i].Type, conditions[i], scalars[i], chosen);
        return chosen;
    }

    /// <summary>The terms of each place of tuples of one length; null where they have several.</summary>
    private List<IReadOnlyList<Term>>? Items(IReadOnlyList<Term> terms)
    {
        var tuples = terms.Select((term, i) => arms[i].Inside(term) as SequenceTerm).ToList();
        if (tuples.Contains(null) || tuples.Any(tuple => tuple!.Items.Length != tuples[0]!.Items.Length))
            return null;
        return Enumerable.Range(0, tuples[0]!.Items.Length).Select(k => (IReadOnlyList<Term>)tuples.Select(tuple => tuple!.Items[k]).ToList()).ToList();
    }
}

/// <summary>An arm of a branch while the method is lowered.</summary>
/// <param name="surroundings">What it reads of what stands outside of it.</param>
/// <param name="facts">What holds in it.</param>
/// <param name="isNull">Whether a tensor is null where these facts hold; null where that is not known.</param>
internal sealed class ForkArm(Surroundings surroundings, Facts facts, System.Func<ForkArm, int, bool?> isNull)
{
    public Surroundings Surroundings { get; } = surroundings;

    public Facts Facts { get; set; } = facts;

    /// <summary>What names stand for at its end.</summary>
    public ImmutableDictionary<ISymbol, Term> Bindings { get; set; } = ImmutableDictionary<ISymbol, Term>.Empty;

    /// <summary>What loops in it and around it have computed.</summary>
    public ImmutableArray<TurnVariable> Variables { get; set; } = [];

    /// <summary>Where it goes on.</summary>
    public Continuation At { get; set; } = Continuation.End;

    /// <summary>What it gives where it is an expression.</summary>
    public Term? Value { get; set; }

    /// <summary>What it returns where it does.</summary>
    public Term? Result { get; set; }

    /// <summary>A term of it without what stands outside.</summary>
    public Term Inside(Term term) => term switch
    {
        OuterTerm outside => Inside(outside.Surroundings.Import(outside.Term)),
        ForkedTerm forked => forked.Fork.Join(forked),
        _ => term,
    };

    public bool MayBeNull(Term term) => term is TensorTerm tensor && isNull(this, tensor.Value) != false;

    /// <summary>What it gives of a tensor, or tuple of tensors, that other arms may leave null; null where it gives something else.</summary>
    public OptionalTerm? Part(Term term) => Inside(term) switch
    {
        OptionalTerm optional => optional,
        AbsentTerm absent => Part(absent, isAbsent: true),
        TensorTerm tensor => isNull(this, tensor.Value) is { } isAbsent ? Part(isAbsent ? AbsentTerm.Instance : tensor, isAbsent) : null,
        SequenceTerm tuple when tuple.Items.All(item => Part(item) is { IsAbsent: ConstantIr { Integer: 0 } }) => Part(tuple, isAbsent: false),
        _ => null,
    };

    private static OptionalTerm Part(Term value, bool isAbsent) => new(ScalarFolding.Constant("bool", isAbsent ? 1 : 0), value);
}

/// <summary>What a name stands for after a branch that gives it different meanings, until it is read.</summary>
/// <param name="Fork">The branch.</param>
/// <param name="Terms">What it stands for at the end of each arm.</param>
/// <param name="Name">The name.</param>
internal sealed record ForkedTerm(Fork Fork, ImmutableArray<Term> Terms, string Name) : Term;
