using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Statements and expressions with conditions, each as a list of ways of which the first that holds runs.</summary>
internal sealed partial class MethodLowering
{
    private bool LowerBranch(IConditionalOperation conditional) => LowerWays(conditional, Ways(conditional).ToList());

    private IEnumerable<Way> Ways(IConditionalOperation conditional)
    {
        yield return new Way(() => Condition(conditional.Condition), () => LowerStatement(conditional.WhenTrue), Thrown(conditional.WhenTrue));
        if (conditional.WhenFalse is IConditionalOperation { Type: null } next)
        {
            foreach (var way in Ways(next))
                yield return way;
        }
        else if (conditional.WhenFalse is { } otherwise)
        {
            yield return new Way(null, () => LowerStatement(otherwise), Thrown(otherwise));
        }
    }

    private Term LowerTernary(IConditionalOperation conditional)
        => LowerValue(conditional, [ValueWay(() => Condition(conditional.Condition), conditional.WhenTrue), ValueWay(null, conditional.WhenFalse!)]);

    private Way ValueWay(System.Func<ScalarIr?>? condition, IOperation value) => new(condition, () => GiveValue(Lower(value)), Thrown(value));

    private bool GiveValue(Term value)
    {
        _value = value;
        return true;
    }

    private Term LowerCoalesce(ICoalesceOperation coalesce)
        => LowerCoalesce(coalesce, coalesce.Value, ValueWay(null, coalesce.WhenNull));

    private Term LowerCoalesceAssignment(ICoalesceAssignmentOperation assignment)
        => LowerCoalesce(assignment, assignment.Target, new Way(null, () => GiveValue(AssignTo(assignment.Target, Lower(assignment.Value)))));

    /// <summary>A value, or another way where it is null.</summary>
    private Term LowerCoalesce(IOperation place, IOperation value, Way otherwise)
        => Construction.Unwrap(value) is IConditionalAccessOperation access
            ? LowerAccess(place, access, [new Way(Present, () => GiveValue(LowerCoalesced(place, LowerAccessed(access), otherwise))), otherwise])
            : LowerCoalesced(place, Lower(value), otherwise);

    private Term LowerCoalesced(IOperation place, Term value, Way otherwise)
        => Holding(value, () => LowerValue(place, [new Way(Present, () => GiveValue(Held)), otherwise]));

    private Term LowerConditionalAccess(IConditionalAccessOperation access)
        => LowerAccess(access, access, [new Way(Present, () => GiveValue(LowerAccessed(access))), new Way(null, () => GiveValue(AbsentTerm.Instance))]);

    private Term LowerAccess(IOperation place, IConditionalAccessOperation access, Way[] ways)
        => Holding(Lower(access.Operation), () => LowerValue(place, ways));

    /// <summary>What follows a <c>?.</c> where its receiver is there.</summary>
    private Term LowerAccessed(IConditionalAccessOperation access)
    {
        var receivers = _receivers;
        _receivers = receivers.Push(Held);
        var result = Lower(access.WhenNotNull);
        _receivers = receivers;
        return result;
    }

    /// <summary>Lowers with a term at hand, in arms of branches as they read it.</summary>
    private Term Holding(Term term, System.Func<Term> lower)
    {
        if (term is FailedTerm)
            return term;
        var held = _held;
        _held = held.Push(term);
        var result = lower();
        _held = held;
        return result;
    }

    private Term Held => Here(_held.Peek());

    private ScalarIr? Present() => Present(Held);

    private ScalarIr? Present(Term term) => Absence(term) is { } absence ? ScalarFolding.Not(absence) : null;

    /// <summary>A term that was lowered before a branch began, as the arm reads it.</summary>
    private Term Here(Term term) => Resolved(Brought(term));

    private Term Brought(Term term) => term switch
    {
        OuterTerm outer => outer.Surroundings.Import(outer.Term),
        ForkedTerm forked => Unforked(forked),
        _ => term,
    };
}
