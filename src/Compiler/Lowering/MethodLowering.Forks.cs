using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Branches whose arms are methods of their own: those that a call decides, and those that binding decides where a variant for each
/// way would be too much. Arms that go on at different places are lowered on until they meet.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>How often what follows branches may be lowered once more, because ways that end early meet others only there.</summary>
    private const int MaxCopies = 64;

    private Surroundings? _surroundings;
    private Facts _facts = Facts.None;
    private Continuation _rest = Continuation.End;
    private ImmutableStack<Term> _receivers = ImmutableStack<Term>.Empty;
    private ImmutableStack<Term> _held = ImmutableStack<Term>.Empty;
    private ILabelSymbol? _exit;
    private Term? _value;
    private readonly HashSet<Continuation> _continued = [];
    private int _copies;
    private bool _isExceeded;

    /// <summary>Runs the first way whose condition holds, as far as that is known; else a branch over those that may.</summary>
    /// <returns>Whether the end was reached, so that what follows runs.</returns>
    private bool LowerWays(IOperation place, IReadOnlyList<Way> ways, int first = 0)
    {
        var (facts, bindings) = (_facts, _bindings);
        var conditions = new List<ScalarIr>();
        var bodies = new List<Func<bool>>();
        var isClosed = false;
        for (var i = first; i < ways.Count && !isClosed; i++)
        {
            var (way, count) = (ways[i], _builder.Count);
            var otherwise = i + 1 < ways.Count && ways[i + 1].Condition is null ? ways[i + 1].Throw : null;
            if (Met(way, canChoose: way.Throw is null && otherwise is null) is not { } condition)
            {
                _facts = facts;
                return Skip(place);
            }

            var holds = Holds(condition, canChoose: way.Throw is null && otherwise is null);
            if (holds == false)
                continue;
            if (holds is null && otherwise is not null && way.Throw is null && _builder.Count == count)
            {
                // All other ways throw: what is left runs once that has been checked.
                if (!LowerCheck(place, conditions.Append(condition), null, otherwise))
                    return Skip(place);
                holds = true;
                if (conditions.Count == 0)
                    facts = Assume(facts, condition, value: true);
            }

            if (conditions.Count > 0 && _builder.Count > count)
            {
                // What a later condition computes is computed only where it is asked for.
                _builder.RemoveFrom(count);
                _bindings = bindings;
                var next = i;
                bodies.Add(() => LowerWays(place, ways, next));
                isClosed = true;
            }
            else if (way.Throw is { } @throw && !(holds == true && conditions.Count == 0))
            {
                if (!LowerCheck(place, conditions, holds == true ? null : condition, @throw))
                    return Skip(place);
                isClosed = holds == true;
                facts = Assume(facts, condition, value: false);
                _facts = Assume(_facts, condition, value: false);
            }
            else
            {
                isClosed = holds == true;
                if (!isClosed)
                    conditions.Add(Reduce(condition));
                bodies.Add(way.Body);
                _facts = Assume(_facts, condition, value: false);
            }
        }

        _facts = facts;
        if (!isClosed)
            bodies.Add(() => true);
        if (bodies.Count == conditions.Count)
            conditions.RemoveAt(conditions.Count - 1);
        return conditions.Count == 0 ? bodies.Count == 0 || bodies[0]() : LowerFork(place, conditions, bodies);
    }

    /// <summary>A value that conditions choose.</summary>
    private Term LowerValue(IOperation place, IReadOnlyList<Way> ways)
    {
        _value = null;
        LowerWays(place, ways);
        var value = _value ?? FailedTerm.Instance;
        _value = null;
        return value;
    }

    /// <summary>The condition of a way; null where it cannot be said, which has been reported.</summary>
    private ScalarIr? Met(Way way, bool canChoose)
    {
        if (way.Condition is null)
            return ScalarFolding.Constant("bool", 1);
        var isDeferring = _isDeferring;
        _isDeferring |= !canChoose;
        var condition = way.Condition();
        _isDeferring = isDeferring;
        return condition;
    }

    private bool LowerFork(IOperation place, List<ScalarIr> conditions, List<Func<bool>> bodies)
    {
        BindBuffers(place);
        if (place is not ILoopOperation)
            ChoosePresence(place);
        var state = Save();
        var frame = _frames.Peek();
        var arms = new List<ForkArm>();
        var facts = _facts;
        for (var i = 0; i < bodies.Count; i++)
        {
            var armFacts = i < conditions.Count ? Assume(facts, conditions[i], value: true) : facts;
            if (i < conditions.Count)
                facts = Assume(facts, conditions[i], value: false);
            var arm = new ForkArm(new Surroundings(state.Builder, state.Surroundings, Site(place), i) { IsUncertain = !conditions.All(BindTime.IsKnown) }, armFacts, IsNull);
            Enter(arm, state);
            frame.Result = null;
            _value = null;
            Leave(arm, bodies[i]() ? state.Rest : Left(state.Rest));
            arms.Add(arm);
            Restore(state);
        }

        var source = (Site(ConditionOf(place)), HeadOf(place), ConditionText(place), ConditionOf(place).Syntax);
        var fork = new Fork(_builder, _variables.ToEquatableArray(), conditions, arms, source);
        _builder.Add(() => fork.Build() is { } branch ? branch with { IsDetached = state.IsDetached } : null);
        if (!Meet(fork, arms, state, place))
            return Skip(place);
        _builder.RenewWritten(arms.SelectMany(arm => arm.Surroundings.Body.Written));
        return Join(fork, arms, state);
    }

    /// <summary>Lowers arms on until all go on at one place where what they give can be joined.</summary>
    /// <returns>False where they cannot meet, which has been reported.</returns>
    private bool Meet(Fork fork, List<ForkArm> arms, LoweringState state, IOperation place)
    {
        while (true)
        {
            var target = arms.Select(arm => arm.At).OrderBy(at => at.Depth).First();
            var behind = arms.Where(arm => arm.At != target).ToList();
            if (behind.Count == 0)
            {
                if (target.Depth <= 0 || IsExpression(place) || CanJoin(fork, arms, state, place))
                    return true;
                (target, behind) = (Continuation.End, arms);
            }

            foreach (var arm in behind)
            {
                if (!Continue(arm, target, state))
                    return FailWays(place);
            }
        }
    }

    /// <summary>Says, once, that there are too many ways.</summary>
    private bool FailWays(IOperation place)
    {
        if (!_isExceeded)
            _context.Report(RulesDifferentiability.TooManyWays, ConditionOf(place).Syntax, Shorten(ConditionText(place)), MaxCopies.ToString(CultureInfo.InvariantCulture));
        _isExceeded = true;
        return false;
    }

    private static bool IsExpression(IOperation place) => place is not (IConditionalOperation { Type: null } or ISwitchOperation or ILoopOperation);

    /// <summary>Lowers on what follows an arm.</summary>
    /// <returns>False where that was done too often.</returns>
    private bool Continue(ForkArm arm, Continuation target, LoweringState state)
    {
        var frame = _frames.Peek();
        _builder = arm.Surroundings.Body;
        (_surroundings, _facts, _bindings, _variables) = (arm.Surroundings, arm.Facts, arm.Bindings, arm.Variables);
        frame.Result = arm.Result;
        var at = arm.At;
        while (at.Depth > target.Depth && at.Depth > 0 && _copies <= MaxCopies)
        {
            if (at.Run is null)
            {
                at = at.Next!;
                continue;
            }

            if (!_continued.Add(at))
                _copies++;
            _rest = at.Next!;
            at = at.Run() ? at.Next! : Left(at.Next!);
        }

        // A way that comes to the end of a method has left it as one that returns.
        Leave(arm, at == Continuation.End ? target : at);
        Restore(state);
        return _copies <= MaxCopies;
    }

    /// <summary>Where code that did not reach its end goes on.</summary>
    private Continuation Left(Continuation rest)
    {
        if (_exit is not { } label)
            return Continuation.Returned;
        _exit = null;
        return rest.Find(label);
    }

    private void Enter(ForkArm arm, LoweringState state)
    {
        _builder = arm.Surroundings.Body;
        (_surroundings, _facts) = (arm.Surroundings, arm.Facts);
        _bindings = state.Bindings.ToImmutableDictionary(pair => pair.Key, pair => arm.Surroundings.Outside(pair.Value), SymbolEqualityComparer.Default);
        _receivers = Outside(state.Receivers);
        _held = Outside(state.Held);

        ImmutableStack<Term> Outside(ImmutableStack<Term> terms) => ImmutableStack.CreateRange(terms.Reverse().Select(arm.Surroundings.Outside));
    }

    private void Leave(ForkArm arm, Continuation at)
    {
        (arm.At, arm.Bindings, arm.Facts, arm.Variables) = (at, _bindings, _facts, _variables);
        (arm.Value, arm.Result) = (_value, _frames.Peek().Result);
    }

    private bool CanJoin(Fork fork, List<ForkArm> arms, LoweringState state, IOperation place)
        => Rebound(arms, state).All(rebound => fork.CanJoin(rebound.Terms) || !IsReadAfter(rebound.Symbol, place));

    /// <summary>Whether code after a statement, or a further turn of a loop around it, may read a name.</summary>
    private bool IsReadAfter(ISymbol symbol, IOperation place)
    {
        var start = place.Syntax.Span.End;
        for (var around = place.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation)
                start = System.Math.Min(start, around.Syntax.SpanStart);
        }

        return BodyOf(_frames.Peek().Method)?.Descendants().Any(operation => operation.Syntax.SpanStart >= start && operation switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
            _ => false,
        }) != false;
    }

    /// <summary>The names that arms give a new meaning, with what they stand for at the end of each.</summary>
    private static IEnumerable<(ISymbol Symbol, ImmutableArray<Term> Terms)> Rebound(List<ForkArm> arms, LoweringState state)
    {
        foreach (var symbol in arms[0].Bindings.Keys.Where(key => arms.All(arm => arm.Bindings.ContainsKey(key))))
        {
            var terms = arms.Select(arm => arm.Bindings[symbol]).ToImmutableArray();
            if (!state.Bindings.TryGetValue(symbol, out var before) || !arms.Zip(terms, (arm, term) => arm.Surroundings.Export(term)).All(before.Equals))
                yield return (symbol, terms);
        }
    }

    private bool Join(Fork fork, List<ForkArm> arms, LoweringState state)
    {
        foreach (var (symbol, terms) in Rebound(arms, state))
            Bind(symbol, new ForkedTerm(fork, terms, symbol is ILabelSymbol ? RunningName : symbol is IMethodSymbol ? "returned" : symbol.Name));
        _value = Joined(arms.Select(arm => arm.Value).ToList(), "value");
        var at = arms[0].At;
        if (at == Continuation.Returned)
            _frames.Peek().Result = Joined(arms.Select(arm => arm.Result).ToList(), "result");
        if (at == state.Rest)
            return true;
        _exit = at.Label;
        return false;

        Term? Joined(List<Term?> terms, string name) => terms.Contains(null) ? null : Unforked(new ForkedTerm(fork, terms.Select(term => term!).ToImmutableArray(), name));
    }

    /// <summary>What a name stands for after a branch, now that it is read.</summary>
    private Term Unforked(ForkedTerm forked)
    {
        var term = forked.Fork.Join(forked);
        if (term is FailedTerm && !forked.Terms.Any(part => part is FailedTerm))
            ReportUnjoined(forked);
        return term;
    }

    private void ReportUnjoined(ForkedTerm forked)
        => _context.Report(RulesDifferentiability.RunTimeBranch, forked.Fork.Source.Place, Shorten(forked.Fork.Source.Expression));

    /// <summary>After a condition that cannot be compiled.</summary>
    private bool Skip(IOperation place)
    {
        SkipArms(place);
        _value = FailedTerm.Instance;
        return true;
    }

    private static IOperation ConditionOf(IOperation place) => place switch
    {
        IConditionalOperation conditional => conditional.Condition,
        ISwitchOperation @switch => @switch.Value,
        ISwitchExpressionOperation @switch => @switch.Value,
        ICoalesceOperation coalesce => coalesce.Value,
        _ => place,
    };

    /// <summary>A statement with conditions without what runs under them.</summary>
    private static string HeadOf(IOperation place) => place is ILoopOperation loop ? "return in " + Head(loop) : place.Syntax switch
    {
        IfStatementSyntax or SwitchStatementSyntax => $"{place.Syntax.GetFirstToken().Text} ({ConditionText(place)})",
        _ => SourceText.Statement(place.Syntax),
    };

    private static string ConditionText(IOperation place) => place is ILoopOperation loop ? Head(loop) : SourceText.Line(ConditionOf(place).Syntax);

    private LoweringState Save() => new(_builder, _bindings, _surroundings, _facts, _rest, _receivers, _held, _variables, _isDetached, _frames.Peek().Result);

    private void Restore(LoweringState state)
    {
        (_builder, _bindings, _surroundings) = (state.Builder, state.Bindings, state.Surroundings);
        (_facts, _rest, _receivers, _held, _isDetached) = (state.Facts, state.Rest, state.Receivers, state.Held, state.IsDetached);
        _variables = state.Variables;
        _frames.Peek().Result = state.Result;
    }

    /// <summary>One way of a condition.</summary>
    /// <param name="Condition">Lowers the condition; null for the way that is left.</param>
    /// <param name="Body">Lowers what runs; false where its end is not reached.</param>
    /// <param name="Throw">What is thrown on this way, where that is all that it does.</param>
    private sealed record Way(Func<ScalarIr?>? Condition, Func<bool> Body, IThrowOperation? Throw = null);

    private sealed record LoweringState(
        MethodBuilder Builder,
        ImmutableDictionary<ISymbol, Term> Bindings,
        Surroundings? Surroundings,
        Facts Facts,
        Continuation Rest,
        ImmutableStack<Term> Receivers,
        ImmutableStack<Term> Held,
        ImmutableArray<TurnVariable> Variables,
        bool IsDetached,
        Term? Result);
}
