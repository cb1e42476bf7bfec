using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Checks of arguments: ways that only throw, and the helpers of the core library that do.</summary>
internal sealed partial class MethodLowering
{
    private const string ArgumentNull = "global::System.ArgumentNullException";
    private const string ArgumentOutOfRange = "global::System.ArgumentOutOfRangeException";

    /// <summary>What a statement or expression throws, where that is all that it does.</summary>
    private static IThrowOperation? Thrown(IOperation operation) => operation switch
    {
        IThrowOperation { Exception: not null } @throw => @throw,
        IBlockOperation block => Thrown(block.Operations),
        IConversionOperation conversion => Thrown(conversion.Operand),
        IExpressionStatementOperation statement => Thrown(statement.Operation),
        _ => null,
    };

    private static IThrowOperation? Thrown(ImmutableArray<IOperation> statements) => statements.Length == 1 ? Thrown(statements[0]) : null;

    /// <summary>A check that throws where earlier conditions do not hold and this one does.</summary>
    /// <param name="place">The statement.</param>
    /// <param name="earlier">Conditions of the ways before it.</param>
    /// <param name="condition">Its own; null where it is the way that is left.</param>
    /// <param name="throw">What it throws.</param>
    private bool LowerCheck(IOperation place, IEnumerable<ScalarIr> earlier, ScalarIr? condition, IThrowOperation @throw)
    {
        if (Construction.Unwrap(@throw.Exception!) is not IObjectCreationOperation { Type: { } type, Initializer: null } exception)
        {
            Fail(RulesDifferentiability.ExceptionHandling, @throw);
            return false;
        }

        var arguments = exception.Arguments.OrderBy(argument => argument.Parameter!.Ordinal)
            .Where(argument => argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(argument => _scalars.Lower(argument.Value))
            .ToList();
        if (arguments.Contains(null))
            return false;
        var holds = earlier.Select(ScalarFolding.Not).Append(Reduce(condition ?? ScalarFolding.Constant("bool", 1)))
            .Aggregate((left, right) => ScalarFolding.Binary("bool", "&&", left, right));
        AddCheck(place, holds, TypeDeclarations.FullName(type), arguments!);
        return true;
    }

    private void AddCheck(IOperation place, ScalarIr condition, string exception, IEnumerable<ScalarIr> arguments)
    {
        _builder.Add(new CheckIr(Site(place), HeadOf(place), ConditionText(place), condition, exception, arguments.ToEquatableArray()));
    }

    /// <summary>A helper of the core library that checks an argument: <c>Debug.Assert</c>, <c>ArgumentNullException.ThrowIfNull</c>.</summary>
    /// <returns>Null where it is none.</returns>
    private Term? LowerGuard(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic || !method.ReturnsVoid || method.ContainingNamespace is not { } space)
            return null;
        var arguments = call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value).ToList();
        switch (space.ToDisplayString(), method.ContainingType.Name, method.Name)
        {
            case ("System.Diagnostics", "Debug", "Assert"):
                return Guard(call, Condition(arguments[0]) is { } holds ? ScalarFolding.Not(holds) : null, "", arguments.Skip(1));
            case ("System", "ArgumentNullException", "ThrowIfNull"):
                return Guard(call, Absence(Lower(Construction.Unwrap(arguments[0]))), ArgumentNull, arguments.Skip(1));
            case ("System", "ArgumentOutOfRangeException", { } name) when Comparison(name) is { } comparison:
                var isUnary = arguments.Count == 2;
                var (left, right) = (_scalars.Lower(arguments[0]), isUnary ? ScalarFolding.Constant("int", 0) : _scalars.Lower(arguments[1]));
                return Guard(call, left is null || right is null ? null : ScalarFolding.Binary("bool", comparison, left, right), ArgumentOutOfRange, arguments.Skip(isUnary ? 1 : 2));
            default:
                return null;
        }

        static string? Comparison(string name) => name switch
        {
            "ThrowIfEqual" or "ThrowIfZero" => "==",
            "ThrowIfNotEqual" => "!=",
            "ThrowIfLessThan" or "ThrowIfNegative" => "<",
            "ThrowIfLessThanOrEqual" or "ThrowIfNegativeOrZero" => "<=",
            "ThrowIfGreaterThan" => ">",
            "ThrowIfGreaterThanOrEqual" => ">=",
            _ => null,
        };
    }

    private Term Guard(IOperation call, ScalarIr? condition, string exception, IEnumerable<IOperation> arguments)
    {
        var scalars = arguments.Select(_scalars.Lower).ToList();
        if (condition is null || scalars.Contains(null))
            return FailedTerm.Instance;
        var reduced = Reduce(condition);
        if (reduced is not ConstantIr { Integer: 0 })
            AddCheck(call, reduced, exception, scalars!);
        _facts = Assume(_facts, condition, value: false);
        return AbsentTerm.Instance;
    }

    /// <summary>Text with values in it.</summary>
    private ScalarIr? LowerText(IInterpolatedStringOperation text)
    {
        var parts = new List<ScalarIr?>();
        foreach (var part in text.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation plain => _scalars.Lower(plain.Text),
                IInterpolationOperation { Alignment: null, FormatString: null } value => Shown(value.Expression),
                _ => null,
            });
        }

        if (!parts.Contains(null))
            return new FunctionIr("string", "string.Concat", parts.Select(part => part!).ToEquatableArray());
        Fail(RulesDifferentiability.UnknownScalar, text);
        return null;
    }

    private ScalarIr? Shown(IOperation value) => Scalar(Lower(Construction.Unwrap(value)));
}
