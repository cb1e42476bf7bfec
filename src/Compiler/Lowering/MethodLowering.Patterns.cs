using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Null tests, patterns and switches: all become conditions over scalars.</summary>
internal sealed partial class MethodLowering
{
    private Term LowerNullTest(IBinaryOperation test, IOperation left, IOperation right)
    {
        var (a, b) = (Lower(left), Lower(right));
        if (test.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || (a is not AbsentTerm && b is not AbsentTerm))
            return a is FailedTerm || b is FailedTerm ? FailedTerm.Instance : Unsupported(test);
        return Test(Absence(a is AbsentTerm ? b : a), isNegated: test.OperatorKind == BinaryOperatorKind.NotEquals);
    }

    private static Term Test(ScalarIr? condition, bool isNegated = false)
        => condition is null ? FailedTerm.Instance : new ScalarTerm(isNegated ? ScalarFolding.Not(condition) : condition);

    private Term LowerPattern(IIsPatternOperation test) => Test(Matches(Lower(test.Value), test.Value.Type, test.Pattern));

    /// <summary>The condition under which a value matches a pattern; null where it has been reported.</summary>
    private ScalarIr? Matches(Term value, ITypeSymbol? type, IPatternOperation pattern)
    {
        if (value is FailedTerm)
            return null;
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return ScalarFolding.Constant("bool", 1);
            case IDeclarationPatternOperation { MatchesNull: true } declaration:
                Declare(declaration.DeclaredSymbol, value);
                return ScalarFolding.Constant("bool", 1);
            case INegatedPatternOperation negated:
                return Matches(value, type, negated.Pattern) is { } matches ? ScalarFolding.Not(matches) : null;
            case IBinaryPatternOperation both:
                return Both(value, type, both);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return Absence(value);
            case IConstantPatternOperation constant:
                return Compare(value, "==", constant.Value, pattern);
            case IRelationalPatternOperation relational when ScalarLowering.Operator(relational.OperatorKind) is { } comparison:
                return Compare(value, comparison, relational.Value, pattern);
            case ITypePatternOperation typed when IsType(type, typed.MatchedType):
                return There(value, declared: null);
            case IDeclarationPatternOperation { MatchedType: { } matched } declaration when IsType(type, matched):
                return There(value, declaration.DeclaredSymbol);
            case IRecursivePatternOperation recursive when recursive.MatchedType is null || IsType(type, recursive.MatchedType):
                return MatchesParts(value, recursive);
            default:
                return Unknown(pattern);
        }
    }

    private ScalarIr? Both(Term value, ITypeSymbol? type, IBinaryPatternOperation both)
    {
        var isAnd = both.OperatorKind == BinaryOperatorKind.And;
        return Matches(value, type, both.LeftPattern) is { } left
            && Assuming(left, isAnd, () => Matches(value, type, both.RightPattern)) is { } right
            ? ScalarFolding.Binary("bool", isAnd ? "&&" : "||", left, right)
            : null;
    }

    /// <summary>Whether all that has one type has another, null aside.</summary>
    private static bool IsType(ITypeSymbol? type, ITypeSymbol matched)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, matched))
                return true;
        }

        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsType(nullable.TypeArguments[0], matched);
    }

    private ScalarIr? There(Term value, ISymbol? declared)
    {
        Declare(declared, value);
        return Absence(value) is { } absence ? ScalarFolding.Not(absence) : null;
    }

    private void Declare(ISymbol? symbol, Term value)
    {
        if (symbol is not null)
            Bind(symbol, value);
    }

    private ScalarIr? Compare(Term value, string comparison, IOperation constant, IPatternOperation pattern)
    {
        if (value is ScalarTerm { Scalar: var scalar } && _scalars.Lower(constant) is { } expected)
            return ScalarFolding.Binary("bool", comparison, scalar, expected);
        return Unknown(pattern);
    }

    /// <summary>The parts of a tuple or the properties of a value.</summary>
    private ScalarIr? MatchesParts(Term value, IRecursivePatternOperation pattern)
    {
        var matches = There(value, pattern.DeclaredSymbol);
        var items = value switch
        {
            SequenceTerm sequence => sequence.Items.ToList(),
            ScalarTerm { Scalar: ListIr list } => list.Items.Select(item => (Term)new ScalarTerm(item)).ToList(),
            _ => [],
        };
        if (pattern.DeconstructionSubpatterns.Length > 0 && items.Count != pattern.DeconstructionSubpatterns.Length)
            return Unknown(pattern);
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var (part, item) = (pattern.DeconstructionSubpatterns[i], items[i]);
            matches = And(matches, () => Matches(item, part.InputType, part));
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            matches = property.Member is IMemberReferenceOperation member
                ? And(matches, () => Matches(MemberOf(member, value), member.Type, property.Pattern))
                : null;
        }

        return matches;
    }

    private ScalarIr? And(ScalarIr? left, System.Func<ScalarIr?> lower)
        => left is not null && Assuming(left, value: true, lower) is { } right ? ScalarFolding.Binary("bool", "&&", left, right) : null;

    private Term LowerSwitch(ISwitchExpressionOperation @switch)
        => Holding(Lower(@switch.Value), () => LowerValue(@switch, Arms(@switch).ToList()));

    private IEnumerable<Way> Arms(ISwitchExpressionOperation @switch)
    {
        foreach (var arm in @switch.Arms)
        {
            var isRest = arm is { Pattern: IDiscardPatternOperation, Guard: null };
            yield return ValueWay(isRest ? null : () => Guarded(Matches(Held, @switch.Value.Type, arm.Pattern), arm.Guard), arm.Value);
        }
    }

    private ScalarIr? Guarded(ScalarIr? matches, IOperation? guard) => guard is null ? matches : And(matches, () => Condition(guard));

    private bool LowerSwitch(ISwitchOperation @switch)
    {
        var rest = _rest;
        _rest = rest.After(@switch.ExitLabel);
        var falls = true;
        Holding(Lower(@switch.Value), () =>
        {
            falls = LowerWays(@switch, Sections(@switch).ToList());
            return AbsentTerm.Instance;
        });
        _rest = rest;
        return falls || IsReached(@switch.ExitLabel);
    }

    /// <summary>The sections; that of <c>default</c> runs where no other does, wherever it stands.</summary>
    private IEnumerable<Way> Sections(ISwitchOperation @switch)
    {
        foreach (var section in @switch.Cases.Where(section => !IsDefault(section)))
            yield return new Way(() => Section(section, @switch.Value.Type), () => LowerStatements(section.Body), Thrown(section.Body));
        if (@switch.Cases.FirstOrDefault(IsDefault) is { } otherwise)
            yield return new Way(null, () => LowerStatements(otherwise.Body), Thrown(otherwise.Body));

        static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation);
    }

    /// <summary>The condition of a section: any of its labels.</summary>
    private ScalarIr? Section(ISwitchCaseOperation section, ITypeSymbol? type)
    {
        var any = ScalarFolding.Constant("bool", 0) as ScalarIr;
        foreach (var clause in section.Clauses)
        {
            var matches = clause switch
            {
                ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: null } } => Absence(Held),
                ISingleValueCaseClauseOperation single when Held is ScalarTerm { Scalar: var scalar } && _scalars.Lower(single.Value) is { } expected
                    => ScalarFolding.Binary("bool", "==", scalar, expected),
                IPatternCaseClauseOperation pattern => Guarded(Matches(Held, type, pattern.Pattern), pattern.Guard),
                _ => Unknown(clause),
            };
            if (matches is null)
                return null;
            any = ScalarFolding.Binary("bool", "||", any, matches);
        }

        return any;
    }

    private ScalarIr? Unknown(IOperation condition)
    {
        Fail(RulesDifferentiability.RunTimeBranch, condition);
        return null;
    }
}
