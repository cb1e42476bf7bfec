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

    /// <summary>What stands for whether a loop takes another turn.</summary>
    private const string RunningName = "isRunning";

    /// <summary>What stands for whether a turn has returned from the method.</summary>
    private const string ReturnedName = "isReturned";

    private static readonly ScalarIr s_true = ScalarFolding.Constant("bool", 1);

    private ImmutableHashSet<string> _turnNames = [];
    private ImmutableHashSet<string> _boundNames = [];

    /// <summary>What turns of the loops around differ in, and what loops before have computed: every loop's body can read it.</summary>
    private ImmutableArray<TurnVariable> _variables = [];

    /// <summary>What is known of loops in others, which may lower them more than once, by the way to them.</summary>
    private readonly Dictionary<(ILoopOperation Loop, string Way), CallTime> _called = [];

    /// <summary>
    /// What only a call knows (a condition over <c>Item()</c>, a number) shows when the body is lowered: it is lowered again then,
    /// until nothing more does.
    /// </summary>
    private bool LowerTurns(TurnsForm form)
    {
        foreach (var part in form.Statements)
            BindBuffers(part);
        if (!MaterializeLists(form))
            return FailLoop(form.Loop);
        var (state, count, copies, names, problems) = (Save(), _builder.Count, _copies, (_turnNames, _boundNames), _context.Problems);
        if (_frames.All(frame => frame.Loop is null))
            _called.Clear();
        var way = (form.Loop, _surroundings?.Way ?? "");
        if (!_called.TryGetValue(way, out var called))
            _called[way] = called = new CallTime { IsOpen = form.Condition?.DescendantsAndSelf().Any(IsItem) == true };
        while (true)
        {
            if (LowerTurns(form, called) is { } isEndReached)
                return isEndReached;
            Restore(state);
            _builder.RemoveFrom(count);
            (_copies, _isExceeded, _isTooDeep) = (copies, false, false);
            (_turnNames, _boundNames) = names;
            _context.ResetProblems(problems);
        }
    }

    /// <returns>Whether what follows the loop runs; null where only a call knows more than was assumed.</returns>
    private bool? LowerTurns(TurnsForm form, CallTime called)
    {
        var carried = new Carried();
        if (HasReturn(form.Loop.Body) && !CarryReturned(carried, form.Loop, called))
            return FailLoop(form.Loop);
        foreach (var symbol in form.Statements.SelectMany(Assigned).Where(_bindings.ContainsKey).Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            if (Current(symbol) is var start && start is FailedTerm)
            {
                SkipArms(form.Loop);
                return true;
            }

            if (!Carry(carried, form.Loop, symbol, start, called))
                return FailLoop(form.Loop);
        }

        if (called.IsOpen && !CarryFlag(carried, form))
            return FailLoop(form.Loop);
        var outer = Save();
        var turn = LowerTurn(form, carried, called.IsOpen);
        var (surroundings, block) = (_surroundings!, _builder.Block);
        Restore(outer);
        if (turn.IsFailed)
        {
            SkipArms(form.Loop);
            return true;
        }

        if (called.Learn(turn, carried))
            return null;
        var isOverInputs = turn.Condition is null || IsOver(turn.Condition, surroundings.Body);
        var isEndless = form.Turn is null && turn.Condition is null or ConstantIr { Integer: 1 } && turn.GoesOn is ConstantIr { Integer: 1 };
        if (isEndless || !isOverInputs || turn.IsRebound || (called.IsOpen && surroundings.Lists > 0)
            || (surroundings.Lists == 0 && carried.Given == 0 && !carried.Symbols.Any()) || !carried.TakeEnds(turn, surroundings.Body))
            return FailLoop(form.Loop);
        Add(form, called, carried, turn, surroundings, block);
        return carried.Given == 0 || LowerReturned(form);
    }

    /// <summary>What a turn has returned is returned behind the loop.</summary>
    private bool LowerReturned(TurnsForm form)
    {
        var method = _frames.Peek().Method;
        if (form.IsLeftByJumps && !HasBreak(form.Loop))
            return Return();
        return LowerWays(
            form.Loop,
            [
                new Way(() => Present(Current(method)), Return),
                new Way(null, () =>
                {
                    Bind(method, AbsentTerm.Instance);
                    return true;
                }),
            ]);

        bool Return() => LowerReturn(Current(method) is OptionalTerm optional ? optional.Value : Current(method));
    }

    private void Add(TurnsForm form, CallTime called, Carried carried, LoweredTurn turn, Surroundings surroundings, BlockIr block)
    {
        var results = carried.Tensors.Select(tensor => _builder.Result(tensor.Name, tensor.Type)).ToList();
        var body = new MethodIr(
            "Turn",
            surroundings.Inputs.Concat(turn.Inputs).ToEquatableArray(),
            carried.Tensors.Select(tensor => new ResultIr(tensor.Type, null, tensor.End)).ToEquatableArray(),
            surroundings.Body.Values,
            block,
            Turn: new TurnScalarsIr(
                carried.Scalars.Select(scalar => scalar.Next!).ToEquatableArray(),
                form.Turn is null && !called.IsOpen ? turn.Condition ?? s_true : null,
                called.IsOpen || turn.GoesOn is ConstantIr { Integer: 1 } ? null : turn.GoesOn));
        _builder.Add(Placed(new LoopIr(
            Site(form.Loop),
            Head(form.Loop),
            Head(form.Loop),
            form.Turn ?? (called.IsOpen ? new OpenTurnIr() : new WhileTurnIr(form.IsConditionAfter)),
            _variables.ToEquatableArray(),
            surroundings.Captured.Concat(carried.Tensors.Select(tensor => tensor.Start)).ToEquatableArray(),
            results.ToEquatableArray(),
            carried.Scalars.Select(scalar => scalar.Scalar).ToEquatableArray(),
            body,
            called.IsOpen,
            carried.Given)));
        Finish(carried, form.Loop, results);
    }

    /// <summary>Lowers one turn. Lowering stands in its body afterwards.</summary>
    private LoweredTurn LowerTurn(TurnsForm form, Carried carried, bool isOpen)
    {
        var (bindings, surroundings) = (_bindings, new Surroundings(_builder, _surroundings, Site(form.Loop), 0));
        _builder = surroundings.Body;
        _surroundings = surroundings;
        _variables = [.. _variables, .. form.Turn?.Variable is { } turn ? [turn] : Array.Empty<TurnVariable>(), .. carried.Scalars.Select(scalar => scalar.Scalar.Variable)];
        _bindings = bindings.ToImmutableDictionary(
            pair => pair.Key, pair => surroundings.Outside(pair.Value), SymbolEqualityComparer.Default);
        var inputs = carried.Tensors.Select(tensor => new InputIr(tensor.Name, tensor.Type, tensor.IsNullable, null, _builder.Input(tensor.Name, tensor.Type, tensor.IsNullable))).ToList();
        Restart(carried, inputs);
        if (carried.Given > 0)
            Bind(_frames.Peek().Method, AbsentTerm.Instance);
        if (form.Symbol is not null)
            Bind(form.Symbol, form.Current!);
        else if (form.Target is not null)
            AssignTo(form.Target, form.Current!);
        var condition = isOpen || form.IsConditionAfter ? null : TurnCondition(form);
        if (form.Item is { } item)
        {
            var element = ItemOf(form.Loop, surroundings.Import(item.Collection), ((ScalarTerm)form.Current!).Scalar);
            if (item.Symbol is not null)
                Bind(item.Symbol, element);
            else
                AssignTo(item.Target, element);
        }

        LowerBody(form, isOpen);
        var goesOn = Current(form.Loop.ExitLabel);
        var returned = carried.Given == 0 ? [] : Returned(form.Loop, carried).ToList();
        var ends = carried.Forms.Select(given => End(form.Loop, given.Symbol, given.Form)).ToList();
        if (isOpen && goesOn is ScalarTerm { Scalar: var again })
            ends.Add(new TensorTerm(Stored(form.Loop, RunningName, "bool", again)));
        ends.InsertRange(0, returned);
        var numbers = carried.Scalars.Select(scalar => Current(scalar.Symbol)).ToList();
        var isRebound = bindings.Any(pair => !carried.Symbols.Contains(pair.Key, SymbolEqualityComparer.Default)
            && IsRebound(pair.Key, pair.Value, surroundings));
        if (form.IsConditionAfter && !isOpen)
        {
            Restart(carried, inputs);
            condition = TurnCondition(form);
        }

        return new LoweredTurn(inputs, ends, numbers, condition, goesOn, isRebound);
    }

    /// <summary>The body, and behind it what says whether there is another turn.</summary>
    private void LowerBody(TurnsForm form, bool isOpen)
    {
        var (loop, frame) = (form.Loop, _frames.Peek());
        var outer = frame.Loop;
        frame.Loop = loop;
        var exit = Continuation.End.After(loop.ExitLabel);
        _rest = exit.After(EndTurn).After(loop.ContinueLabel);
        if (LowerStatement(loop.Body) || IsReached(loop.ContinueLabel))
        {
            _rest = exit;
            EndTurn();
        }

        _exit = null;
        frame.Loop = outer;

        bool EndTurn()
        {
            foreach (var statement in form.Bottom)
                LowerStatement(statement);
            Bind(loop.ExitLabel, isOpen && form.Condition is not null ? Lower(form.Condition) : new ScalarTerm(s_true));
            return true;
        }
    }

    /// <summary>Gives an open loop its flag; false where its condition cannot be compiled.</summary>
    private bool CarryFlag(Carried carried, TurnsForm form)
    {
        var first = form.Condition is null || form.IsConditionAfter ? new ScalarTerm(s_true) : Lower(form.Condition);
        if (first is not ScalarTerm { Scalar: var flag })
            return false;
        carried.Tensors.Add(new CarriedTensor(RunningName, DType.Bool, IsNullable: false, Stored(form.Loop, RunningName, "bool", flag)));
        return true;
    }

    /// <summary>What a variable stands for at the end of a turn; a number that only a call knows as a value.</summary>
    private Term End(ILoopOperation loop, ISymbol symbol, Term formed)
        => Current(symbol) is var end && formed is ScalarTerm form && end is ScalarTerm { Scalar: var number } ? new TensorTerm(Stored(loop, symbol is ILabelSymbol ? ReturnedName : symbol.Name, form.Scalar.Type, number)) : end;

    private int Stored(ILoopOperation loop, string name, string type, ScalarIr number) => Stored(Site(loop), Head(loop), name, type, number);

    private int Stored(int site, string text, string name, string type, ScalarIr number)
    {
        var value = _builder.Result(name, NumberIr.TypeOf(type)!.Value);
        var stored = number.Type == type ? number : ScalarFolding.Conversion(type, number);
        _builder.Add(new NumberIr(site, text, text, stored, value));
        return value;
    }

    /// <summary>Whether a condition is about nothing that a turn computes.</summary>
    private static bool IsOver(ScalarIr condition, MethodBuilder body) => ScalarFolding.Leaves(condition).All(leaf => leaf switch
    {
        DimIr or RankIr or ShapeIr => body.IsInput(ScalarLeaves.ValueOf(leaf)!.Value),
        _ => true,
    });

    /// <summary>Whether there is another turn, over what that turn takes; null where an op would have to run to say it.</summary>
    private Term? TurnCondition(TurnsForm form)
    {
        if (form.Condition is null)
            return null;
        var count = _builder.Count;
        var term = Lower(form.Condition);
        return count == _builder.Count || term is FailedTerm ? term : new ScalarTerm(new ItemIr("bool", -1));
    }

    /// <summary>A name for what differs from turn to turn that means nothing else in generated code.</summary>
    /// <param name="wish">The user's name.</param>
    /// <param name="isWhole">Whether it can be read after the loop, so that no other loop may have the name.</param>
    private string TurnName(string wish, bool isWhole = false)
    {
        var name = wish;
        for (var i = 1; IsTaken(name); i++)
            name = wish + i;
        _turnNames = _turnNames.Add(name);
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
            Bind(symbol, term = Brought(term));
        return Resolved(term);
    }

    /// <summary>Whether the body gave a new meaning to a name of its surroundings in a way that assignments do not show: in a local function.</summary>
    private bool IsRebound(ISymbol symbol, Term before, Surroundings surroundings)
        => symbol is not (ILabelSymbol or IMethodSymbol) && _bindings[symbol] is TensorTerm or ScalarTerm or ListTerm && !_bindings[symbol].Equals(surroundings.Import(before));

    private static IEnumerable<ISymbol> Assigned(IOperation body)
        => body.DescendantsAndSelf().SelectMany(operation => operation switch
        {
            IAssignmentOperation assignment => Targets(assignment.Target),
            IIncrementOrDecrementOperation change => Targets(change.Target),
            _ => [],
        });

    private static bool IsItem(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: KnownTypes.Item };

    /// <summary>A loop that stays one, as it is written.</summary>
    /// <param name="Loop">The loop.</param>
    private sealed record TurnsForm(ILoopOperation Loop)
    {
        /// <summary>What stands behind the body and runs where a turn is left by <c>continue</c>, too.</summary>
        public IReadOnlyList<IOperation> Bottom { get; init; } = [];

        /// <summary>What a turn runs.</summary>
        public IEnumerable<IOperation> Statements => Bottom.Prepend(Loop.Body);

        /// <summary>How turns are counted; null where <see cref="Condition"/> says whether there is another.</summary>
        public TurnIr? Turn { get; init; }

        /// <summary>The variable of the loop.</summary>
        public ISymbol? Symbol { get; init; }

        /// <summary>Variables that take it apart: <c>foreach (var (name, module) in modules)</c>.</summary>
        public IOperation? Target { get; init; }

        /// <summary>What that variable stands for in a turn.</summary>
        public Term? Current { get; init; }

        /// <summary>What the turns go over by numbers, and the variable that holds an element, or the variables that take it apart.</summary>
        public (ISymbol? Symbol, IOperation Target, Term Collection)? Item { get; init; }

        /// <summary>What must hold for another turn; null for nothing.</summary>
        public IOperation? Condition { get; init; }

        public bool IsConditionAfter { get; init; }

        /// <summary>Whether nothing but <c>break</c> and <c>return</c> ends it.</summary>
        public bool IsLeftByJumps => Turn is null && Condition is null or { ConstantValue: { HasValue: true, Value: true } };
    }
}
