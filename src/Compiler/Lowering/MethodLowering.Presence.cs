using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Tensors of which the way to a place says whether they are there.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>The condition under which an argument is null of the call that is lowered; null where that is known of all.</summary>
    private ScalarIr? _absence;

    /// <summary>A term of which it is known here whether it is null.</summary>
    private Term Resolved(Term term)
        => term is OptionalTerm optional && Reduce(optional.IsAbsent) is ConstantIr { Integer: { } isAbsent } ? isAbsent != 0 ? AbsentTerm.Instance : optional.Value : term;

    /// <summary>A result that may be null, as binding knows it.</summary>
    private Term Given(IMethodSymbol method, Term term, DType type)
    {
        switch (Absence(term))
        {
            case ConstantIr { Integer: 0 }:
                return Resolved(term);
            case ConstantIr { Integer: { } }:
                var absent = _builder.Result(method.Name, type);
                _builder.Add(new AbsentIr(_context.Sites.Add(method.Locations[0]), method.Name, method.Name, absent));
                return new TensorTerm(absent);
            default:
                return term is OptionalTerm { Value: TensorTerm value } optional && BindTime.IsKnown(optional.IsAbsent) ? value : term;
        }
    }

    /// <summary>
    /// Decides by variants of the method whether the optional inputs are there that a branch gives to what follows, so that each
    /// of its arms gives a tensor or null.
    /// </summary>
    private void ChoosePresence(IOperation place)
    {
        foreach (var reference in place.DescendantsAndSelf().Where(IsGivenOn))
        {
            ISymbol? symbol = reference switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is not null && _bindings.ContainsKey(symbol) && Current(symbol) is TensorTerm { Value: var value } && _builder.NullCondition(value) is { } condition)
                Holds(condition);
        }
    }

    /// <summary>Whether an expression is the value of a variable or of a way.</summary>
    private static bool IsGivenOn(IOperation operation) => operation.Parent switch
    {
        IConversionOperation conversion => IsGivenOn(conversion),
        IConditionalOperation { Type: not null } ternary => operation != ternary.Condition,
        ISwitchExpressionArmOperation arm => operation == arm.Value,
        ISimpleAssignmentOperation assignment => operation == assignment.Value,
        IVariableInitializerOperation => true,
        _ => false,
    };

    /// <summary>A call that takes a tensor of which only the way to it says whether it is there: a branch over the call with it and the call without.</summary>
    private Term LowerOverPresence(IInvocationOperation call)
    {
        var (count, values, bindings) = (_builder.Count, _builder.ValueCount, _bindings);
        var result = LowerCall(call);
        if (_absence is not { } absence)
            return result;
        _absence = null;
        if (ScalarFolding.Leaves(absence).Any(leaf => ScalarLeaves.ValueOf(leaf) >= values))
            return Missing(call, call);
        _builder.RemoveFrom(count);
        _bindings = bindings;
        return LowerValue(call, [new Way(() => ScalarFolding.Not(absence), Again), new Way(null, Again)]);

        bool Again() => GiveValue(LowerOverPresence(call));
    }

    /// <summary>An argument that may be null or not, as the way to it says.</summary>
    /// <returns>A failure: the call is lowered once more for either case.</returns>
    private FailedTerm Optional(OptionalTerm term)
    {
        _absence ??= term.IsAbsent;
        return FailedTerm.Instance;
    }
}
