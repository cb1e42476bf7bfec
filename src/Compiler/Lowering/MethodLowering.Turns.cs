using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Loops that stay loops: the body is lowered as a method of its own, whose inputs are what it reads of its surroundings and what
/// each turn gives to the next.
/// </summary>
internal sealed partial class MethodLowering
{
    private static readonly string[] s_passNames =
        ["f", "plan", "pass", "kind", "inputs", "results", "binder", "frame", "records", "module", "saved", "result", "scalars"];

    private readonly HashSet<string> _turnNames = [];
    private readonly HashSet<string> _boundNames = [];

    /// <summary>What turns of the loops around differ in, and what loops before have computed: every loop's body can read it.</summary>
    private ImmutableArray<TurnVariable> _variables = [];

    private bool LowerTurns(TurnsForm form)
    {
        foreach (var part in form.Body)
            BindBuffers(part);
        if (!MaterializeLists(form))
            return FailLoop(form.Loop);
        var carried = new Carried();
        foreach (var symbol in form.Body.SelectMany(Assigned).Where(_bindings.ContainsKey).Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            if (Current(symbol) is var start && start is FailedTerm)
            {
                SkipArms(form.Loop);
                return true;
            }

            if (!Carry(carried, symbol, start))
                return FailLoop(form.Loop);
        }

        return form.Body.Any(HasReturn) ? FailLoop(form.Loop) : LowerTurns(form, carried);
    }

    private bool LowerTurns(TurnsForm form, Carried carried)
    {
        if (form.IsOpen)
        {
            if (carried.Scalars.Count > 0 || Flag(form, form.IsConditionAfter ? null : form.Condition, null) is not { } flag)
                return FailLoop(form.Loop);
            carried.Tensors.Add(new CarriedTensor("isRunning", DType.Bool, IsNullable: false, flag));
        }

        var (outer, bindings, variables, rest) = (_builder, _bindings, _variables, _rest);
        var surroundings = new Surroundings(outer, _surroundings);
        _builder = surroundings.Body;
        _surroundings = surroundings;
        _rest = Continuation.End;
        _variables = [.. variables, .. form.Turn?.Variable is { } turn ? [turn] : Array.Empty<TurnVariable>(), .. carried.Scalars.Select(scalar => scalar.Scalar.Variable)];
        _bindings = bindings.ToImmutableDictionary(
            pair => pair.Key, pair => surroundings.Outside(pair.Value), SymbolEqualityComparer.Default);
        var inputs = carried.Tensors.Select(tensor => new InputIr(tensor.Name, tensor.Type, tensor.IsNullable, null, _builder.Input(tensor.Name, tensor.Type, tensor.IsNullable))).ToList();
        Restart(carried, inputs);
        if (form.Symbol is not null)
            Bind(form.Symbol, form.Current!);
        var condition = form.Condition is null || form.IsConditionAfter || form.IsOpen ? null : TurnCondition(form.Condition);
        if (form.Item is { } item)
            Bind(item.Symbol, ReadItem(form.Loop, (ListTerm)surroundings.Import(item.List), ((ScalarTerm)form.Current!).Scalar, isFromEnd: false, ListAction.Get));
        LowerStatements([.. form.Body]);
        var ends = carried.Symbols.Select(Current).ToList();
        var isRebound = bindings.Any(pair => !carried.Symbols.Contains(pair.Key, SymbolEqualityComparer.Default)
            && IsRebound(pair.Key, pair.Value, surroundings));
        var again = form.IsOpen ? Flag(form, form.Condition, form.Exit) : null;
        if (form.IsConditionAfter && !form.IsOpen)
        {
            Restart(carried, inputs);
            condition = TurnCondition(form.Condition!);
        }

        var body = _builder;
        var block = body.Block;
        (_builder, _bindings, _variables, _surroundings, _rest) = (outer, bindings, variables, surroundings.Parent, rest);

        if (ends.SelectMany(Flatten).Any(end => end is FailedTerm) || condition is FailedTerm)
        {
            SkipArms(form.Loop);
            return true;
        }

        var asked = (condition as ScalarTerm)?.Scalar;
        if (form.IsOpen && (again is null || surroundings.Lists > 0))
            return FailLoop(form.Loop);
        if (form.Condition is not null && !form.IsOpen && (asked is null or ConstantIr || !BindTime.IsKnown(asked) || !IsOver(asked, body)))
            return FailLoop(form.Loop);
        if (isRebound || (surroundings.Lists == 0 && carried.Symbols.Count() == 0) || !carried.TakeEnds(ends, again, body))
            return FailLoop(form.Loop);
        var results = carried.Tensors.Select(tensor => outer.Result(tensor.Name, tensor.Type)).ToList();
        outer.Add(Placed(new LoopIr(
            Site(form.Loop),
            Head(form.Loop),
            Head(form.Loop),
            form.Turn ?? (form.IsOpen ? new OpenTurnIr() : new WhileTurnIr(form.IsConditionAfter)),
            variables.ToEquatableArray(),
            surroundings.Captured.Concat(carried.Tensors.Select(tensor => tensor.Start)).ToEquatableArray(),
            results.ToEquatableArray(),
            carried.Scalars.Select(scalar => scalar.Scalar).ToEquatableArray(),
            new MethodIr(
                "Turn",
                surroundings.Inputs.Concat(inputs).ToEquatableArray(),
                carried.Tensors.Select(tensor => new ResultIr(tensor.Type, null, tensor.End)).ToEquatableArray(),
                body.Values,
                block,
                Turn: new TurnScalarsIr(carried.Scalars.Select(scalar => scalar.Next!).ToEquatableArray(), asked)),
            form.IsOpen)));
        Finish(carried, results);
        return true;
    }

    /// <summary>Whether there is another turn, as a value that the pass computes; null where that cannot be compiled.</summary>
    /// <param name="form">The loop.</param>
    /// <param name="condition">What must hold; null for nothing.</param>
    /// <param name="exit">What must not; null for nothing.</param>
    private int? Flag(TurnsForm form, IOperation? condition, IOperation? exit)
    {
        var ends = exit is null ? new ScalarTerm(ScalarFolding.Constant("bool", 0)) : Lower(exit);
        var goesOn = condition is null ? new ScalarTerm(ScalarFolding.Constant("bool", 1)) : Lower(condition);
        if (ends is not ScalarTerm { Scalar: var last } || goesOn is not ScalarTerm { Scalar: var next })
            return null;
        var flag = _builder.Result("isRunning", DType.Bool);
        _builder.Add(new FlagIr(Site(form.Loop), Head(form.Loop), Head(form.Loop), ScalarFolding.Binary("bool", "&&", ScalarFolding.Not(last), next), flag));
        return flag;
    }

    /// <summary>What is carried as the last turn gives it.</summary>
    private void Finish(Carried carried, List<int> results)
    {
        var values = new Queue<int>(results);
        foreach (var (symbol, form) in carried.Forms)
            Assign(symbol, Carried.Fill(form, values));
        foreach (var (symbol, scalar, _) in carried.Scalars)
        {
            Bind(symbol, new ScalarTerm(new BoundScalarIr(scalar.Variable.Type, scalar.Variable.Name)));
            Declare(scalar.Variable);
        }
    }

    /// <summary>Makes a number that binding has computed one that every loop's body can read.</summary>
    private void Declare(TurnVariable number)
    {
        _boundNames.Add(number.Name);
        _variables = _variables.Add(number);
    }

    /// <summary>What is carried as a turn takes it.</summary>
    private void Restart(Carried carried, IEnumerable<InputIr> inputs)
    {
        var values = new Queue<int>(inputs.Select(input => input.Value));
        foreach (var (symbol, form) in carried.Forms)
            Bind(symbol, Carried.Fill(form, values));
        foreach (var (symbol, scalar, _) in carried.Scalars)
            Bind(symbol, Read(scalar.Variable));
    }

    private static ScalarTerm Read(TurnVariable variable) => new(new MemberScalarIr(variable.Type, variable.Name, IsReadOnly: true, IsPublic: false));

    /// <summary>Adds a variable that turns hand on; false where it cannot be.</summary>
    private bool Carry(Carried carried, ISymbol symbol, Term start)
    {
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => MemberKinds.TypeOf(symbol),
        };
        if (start is ScalarTerm { Scalar: var scalar })
        {
            if (!KnownTypes.IsScalar(type) || !BindTime.IsKnown(scalar))
                return false;
            var variable = new TurnVariable(TurnName(symbol.Name, isWhole: true), TypeDeclarations.FullName(type));
            carried.Scalars.Add((symbol, new CarriedScalarIr(variable, scalar), null));
            return true;
        }

        if (Form(carried, symbol.Name, type, start) is not { } form)
            return false;
        carried.Forms.Add((symbol, form));
        return true;
    }

    /// <summary>The form of a carried tensor or tuple of tensors, in which each tensor stands for an input of the body; null where it has none.</summary>
    private Term? Form(Carried carried, string name, ITypeSymbol? type, Term start)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        var elements = type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements : [];
        switch (start)
        {
            case TensorTerm { Value: var value }:
                carried.Tensors.Add(new CarriedTensor(name, _builder.TypeOf(value), _builder.IsNullable(value), value));
                return start;
            case AbsentTerm when _context.Known.ElementType(type) is { } element:
                carried.Tensors.Add(new CarriedTensor(name, element, IsNullable: true, -1));
                return new TensorTerm(-1);
            case AbsentTerm when elements.Length > 0:
                return Forms(elements.Select(element => Form(carried, name + ItemName(element), element.Type, start)));
            case SequenceTerm { Items: var items } when items.Length == elements.Length:
                return Forms(items.Zip(elements, (item, element) => Form(carried, name + ItemName(element), element.Type, item)));
            default:
                return null;
        }
    }

    private static SequenceTerm? Forms(IEnumerable<Term?> items)
        => items.ToImmutableArray() is var forms && forms.Contains(null) ? null : new SequenceTerm(forms.Select(form => form!).ToImmutableArray());

    private static string ItemName(IFieldSymbol element) => char.ToUpperInvariant(element.Name[0]) + element.Name.Substring(1);

    /// <summary>Whether a condition is about nothing that a turn computes.</summary>
    private static bool IsOver(ScalarIr condition, MethodBuilder body) => ScalarFolding.Leaves(condition).All(leaf => leaf switch
    {
        DimIr dim => body.IsInput(dim.Value),
        RankIr rank => body.IsInput(rank.Value),
        _ => true,
    });

    /// <summary>Whether there is another turn, over what that turn takes; null where an op would have to run to say it.</summary>
    private Term? TurnCondition(IOperation condition)
    {
        var count = _builder.Count;
        var term = Lower(condition);
        return count == _builder.Count ? term : null;
    }

    /// <summary>A name for what differs from turn to turn that means nothing else in generated code.</summary>
    /// <param name="wish">The user's name.</param>
    /// <param name="isWhole">Whether it can be read after the loop, so that no other loop may have the name.</param>
    private string TurnName(string wish, bool isWhole = false)
    {
        var name = wish;
        for (var i = 1; IsTaken(name); i++)
            name = wish + i;
        _turnNames.Add(name);
        return name;

        bool IsTaken(string candidate) => _variables.Any(variable => variable.Name == candidate) || _boundNames.Contains(candidate)
            || (isWhole && _turnNames.Contains(candidate)) || s_passNames.Contains(candidate) || SyntaxFacts.GetKeywordKind(candidate) != SyntaxKind.None
            || IsMember(candidate);

        bool IsMember(string candidate)
        {
            for (var type = _context.Type; type is not null; type = type.BaseType)
            {
                if (type.GetMembers(candidate).Length > 0)
                    return true;
            }

            return _members.Constructor.Any(hyper => hyper.Name == candidate) || _members.Members.Any(member => member.Name == candidate);
        }
    }

    /// <summary>What a name stands for; what stands outside of the loop is brought in.</summary>
    private Term Current(ISymbol symbol)
    {
        var term = _bindings[symbol];
        if (term is OuterTerm or ForkedTerm)
            Bind(symbol, term = Here(term));
        return term;
    }

    /// <summary>Whether the body gave a new meaning to a name of its surroundings in a way that assignments do not show: in a local function.</summary>
    private bool IsRebound(ISymbol symbol, Term before, Surroundings surroundings)
        => _bindings[symbol] is TensorTerm or ScalarTerm or ListTerm && !_bindings[symbol].Equals(surroundings.Import(before));

    private static IEnumerable<ISymbol> Assigned(IOperation body)
        => body.DescendantsAndSelf().SelectMany(operation => operation switch
        {
            IAssignmentOperation assignment => Targets(assignment.Target),
            IIncrementOrDecrementOperation change => Targets(change.Target),
            _ => [],
        });

    /// <summary>A loop that stays one, as it is written.</summary>
    /// <param name="Loop">The loop.</param>
    /// <param name="Body">What a turn runs.</param>
    private sealed record TurnsForm(ILoopOperation Loop, IReadOnlyList<IOperation> Body)
    {
        /// <summary>How turns are counted; null where <see cref="Condition"/> says whether there is another.</summary>
        public TurnIr? Turn { get; init; }

        /// <summary>The variable of the loop.</summary>
        public ISymbol? Symbol { get; init; }

        /// <summary>What that variable stands for in a turn.</summary>
        public Term? Current { get; init; }

        /// <summary>A list that the turns go over, and the variable that holds its tensors.</summary>
        public (ISymbol Symbol, ListTerm List)? Item { get; init; }

        public IOperation? Condition { get; init; }

        public bool IsConditionAfter { get; init; }

        /// <summary>The condition of an <c>if (...) break;</c> at the end of the body; null where there is none.</summary>
        public IOperation? Exit { get; init; }

        /// <summary>Whether only a call knows how many turns there are.</summary>
        public bool IsOpen => Exit is not null
            || Condition?.DescendantsAndSelf().Any(operation => operation is IInvocationOperation { TargetMethod.Name: KnownTypes.Item }) == true;
    }
}
