using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Conditions: what is known is taken at once, what binding can evaluate makes a variant of the method for either way.</summary>
internal sealed partial class MethodLowering
{
    private readonly Stack<Term> _receivers = new();

    /// <summary>Whether a condition holds on this way; null, and reported, where that is never known.</summary>
    private bool? Condition(IOperation condition) => Lower(condition) switch
    {
        ScalarTerm { Scalar: var scalar } => Holds(scalar, condition),
        FailedTerm => null,
        _ => Unknown(condition),
    };

    private bool? Holds(ScalarIr condition, IOperation place)
    {
        if (condition is ConstantIr { Integer: { } value })
            return value != 0;

        // A turn of a loop has one way.
        return _loops == 0 && IsKnownWhenBound(condition) ? _choices.Choose(condition) ?? Unknown(place) : Unknown(place);
    }

    private bool? Unknown(IOperation condition)
    {
        Fail(RulesDifferentiability.RunTimeBranch, condition);
        return null;
    }

    /// <summary>Plans are kept for the structure of a module and the shapes of inputs: what follows from these alone.</summary>
    private bool IsKnownWhenBound(ScalarIr condition) => ScalarFolding.Rewrite(condition, leaf => leaf switch
    {
        MemberScalarIr { IsReadOnly: true } or NullMemberIr or NullInputIr => leaf,
        DimIr dim when _builder.IsInput(dim.Value) => leaf,
        RankIr rank when _builder.IsInput(rank.Value) => leaf,
        _ => null,
    }) is not null;

    private Term LowerTernary(IConditionalOperation conditional) => Condition(conditional.Condition) switch
    {
        true => Lower(conditional.WhenTrue),
        false => Lower(conditional.WhenFalse!),
        null => FailedTerm.Instance,
    };

    private Term LowerCoalesce(ICoalesceOperation coalesce)
    {
        var value = Lower(coalesce.Value);
        return IsAbsent(value, coalesce) switch
        {
            true => Lower(coalesce.WhenNull),
            false => value,
            null => FailedTerm.Instance,
        };
    }

    private Term LowerConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Lower(access.Operation);
        if (IsAbsent(receiver, access.Operation) is not { } isAbsent)
            return FailedTerm.Instance;
        if (isAbsent)
            return AbsentTerm.Instance;
        _receivers.Push(receiver);
        var result = Lower(access.WhenNotNull);
        _receivers.Pop();
        return result;
    }

    private Term LowerNullTest(IBinaryOperation test, IOperation left, IOperation right)
    {
        var (a, b) = (Lower(left), Lower(right));
        if (test.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || (a is not AbsentTerm && b is not AbsentTerm))
            return a is FailedTerm || b is FailedTerm ? FailedTerm.Instance : Unsupported(test);
        return NullTest(test, a is AbsentTerm ? b : a, isNegated: test.OperatorKind == BinaryOperatorKind.NotEquals);
    }

    private Term LowerPattern(IIsPatternOperation test)
    {
        var (pattern, isNegated) = test.Pattern is INegatedPatternOperation negated ? (negated.Pattern, true) : (test.Pattern, false);
        if (pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } })
            return NullTest(test, Lower(test.Value), isNegated);
        if (!IsPresenceTest(pattern, test.Value.Type))
            return Unsupported(test);
        var value = Lower(test.Value);
        if (Declared(pattern) is { } variable)
            Bind(variable, value);
        return NullTest(test, value, !isNegated);
    }

    /// <summary>Whether a pattern matches all but null: <c>{ } d</c>, or the declared type itself.</summary>
    private static bool IsPresenceTest(IPatternOperation pattern, ITypeSymbol? type) => pattern switch
    {
        IRecursivePatternOperation recursive => recursive is { DeconstructionSubpatterns.Length: 0, PropertySubpatterns.Length: 0 }
            && SymbolEqualityComparer.Default.Equals(recursive.MatchedType, type),
        IDeclarationPatternOperation declaration => !declaration.MatchesNull && SymbolEqualityComparer.Default.Equals(declaration.MatchedType, type),
        _ => false,
    };

    private static ISymbol? Declared(IPatternOperation pattern) => pattern switch
    {
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        _ => null,
    };

    private Term NullTest(IOperation test, Term term, bool isNegated)
        => IsAbsent(term, test) is { } isAbsent ? new ScalarTerm(ScalarFolding.Constant("bool", isAbsent != isNegated ? 1 : 0)) : FailedTerm.Instance;

    /// <summary>Whether something is null on this way; null where it has been reported.</summary>
    private bool? IsAbsent(Term term, IOperation place) => term switch
    {
        FailedTerm => null,
        AbsentTerm => true,
        TensorTerm { Value: var value } when _builder.NullCondition(value) is { } condition => Holds(condition, place),
        ModuleTerm { IsNullable: true } module => Holds(new NullMemberIr(module.Path), place),

        // A tuple that may be null: its tensors are there all or none.
        SequenceTerm tuple when Flatten(tuple).FirstOrDefault() is TensorTerm { Value: var first } && _builder.NullCondition(first) is { } condition
            => Holds(condition, place),
        _ => false,
    };

    private Term LowerSwitch(ISwitchExpressionOperation @switch)
    {
        foreach (var arm in @switch.Arms)
        {
            bool? matches = arm switch
            {
                { Guard: not null } => Unknown(arm.Guard),
                { Pattern: IDiscardPatternOperation } => true,
                { Pattern: IConstantPatternOperation constant } => Matches(@switch.Value, constant.Value),
                _ => Unknown(arm.Pattern),
            };
            if (matches is null)
                return FailedTerm.Instance;
            if (matches == true)
                return Lower(arm.Value);
        }

        return Unsupported(@switch);
    }

    /// <summary>The section that runs, up to its break.</summary>
    private bool LowerSwitch(ISwitchOperation @switch)
    {
        ISwitchCaseOperation? chosen = null;
        foreach (var (section, clause) in @switch.Cases.SelectMany(section => section.Clauses.Select(clause => (section, clause))))
        {
            bool? matches = clause switch
            {
                ISingleValueCaseClauseOperation single => Matches(@switch.Value, single.Value),
                IDefaultCaseClauseOperation => false,
                _ => Unknown(clause),
            };
            if (matches is null)
            {
                SkipArms(@switch);
                return true;
            }

            if (matches == true)
            {
                chosen = section;
                break;
            }
        }

        chosen ??= @switch.Cases.FirstOrDefault(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        return chosen is null || LowerStatements(chosen.Body.Where(statement => statement is not IBranchOperation { BranchKind: BranchKind.Break }));
    }

    private bool? Matches(IOperation value, IOperation constant)
        => _scalars.Lower(value) is { } scalar && _scalars.Lower(constant) is { } expected ? Holds(ScalarFolding.Binary("bool", "==", scalar, expected), value) : null;
}
