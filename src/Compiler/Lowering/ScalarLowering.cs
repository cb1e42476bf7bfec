using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// C# expressions over numbers, flags and enums to scalar IR. What a name means differs between constructors and bodies, so
/// names are left to <paramref name="leaf"/>.
/// </summary>
/// <param name="leaf">The scalar that a reference or call stands for; null where it cannot be said.</param>
/// <param name="assuming">Lowers what C# evaluates only where a condition holds, or does not.</param>
internal sealed class ScalarLowering(Func<IOperation, ScalarIr?> leaf, Func<ScalarIr, bool, Func<ScalarIr?>, ScalarIr?>? assuming = null)
{
    /// <summary>The expression; null where part of it cannot be said.</summary>
    public ScalarIr? Lower(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true } constant && operation.Type is { } type)
            return OpSourceReader.Constant(type, constant.Value);
        return operation switch
        {
            IConversionOperation conversion => Conversion(conversion),
            IUnaryOperation { OperatorMethod: null } unary => Unary(unary),
            IBinaryOperation binary when binary.OperatorMethod is null || IsOfShapes(binary) => Binary(binary),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Conditional(conditional, whenFalse),
            ICoalesceOperation coalesce when KnownTypes.IsScalar(coalesce.Type) && Construction.Unwrap(coalesce.Value) is not IConditionalAccessOperation => Coalesce(coalesce),
            ITupleOperation tuple => List(tuple, tuple.Elements),
            ICollectionExpressionOperation collection => List(collection, collection.Elements),
            IArrayCreationOperation { Initializer: { } initializer } array => List(array, initializer.ElementValues),
            ISpreadOperation spread => Spread(spread),
            IDefaultValueOperation { Type: { } defaulted } => OpSourceReader.Constant(defaulted, null),
            IInvocationOperation { Instance: null } call when IsSystemFunction(call.TargetMethod) => Function(call),
            _ => leaf(operation),
        };
    }

    /// <summary>The new value of <c>n += 1</c>.</summary>
    public ScalarIr? LowerCompound(ICompoundAssignmentOperation assignment)
        => Operator(assignment.OperatorKind) is { } @operator && Lower(assignment.Target) is { } left && Lower(assignment.Value) is { } right
            ? ScalarFolding.Binary(TypeName(assignment), @operator, left, right)
            : null;

    /// <summary>Whether an expression is made of scalars alone, so that this class and not tensors decide what it is.</summary>
    public static bool IsScalarShaped(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: not null } conversion => IsScalarShaped(conversion.Operand),
        ITupleOperation tuple => tuple.Elements.All(IsScalarShaped),
        ICollectionExpressionOperation collection => collection.Elements.All(IsScalarShaped),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.All(IsScalarShaped),
        _ => KnownTypes.IsScalar(operation.Type),
    };

    /// <summary>
    /// Implicit conversions come again where the generated code is compiled, also those of a size from a number or tuple;
    /// explicit ones change the value and are kept.
    /// </summary>
    private ScalarIr? Conversion(IConversionOperation conversion)
    {
        if (Lower(conversion.Operand) is not { } operand)
            return null;
        return conversion is { IsImplicit: false, OperatorMethod: null, Conversion.IsIdentity: false, Type: { } type }
            ? ScalarFolding.Conversion(TypeDeclarations.FullName(type), operand)
            : operand;
    }

    private ScalarIr? Unary(IUnaryOperation unary)
        => Operator(unary.OperatorKind) is { } @operator && Lower(unary.Operand) is { } operand
            ? ScalarFolding.Unary(TypeName(unary), @operator, operand)
            : null;

    private ScalarIr? Binary(IBinaryOperation binary)
    {
        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            return Lower(Construction.Unwrap(binary.LeftOperand)) is { } start && Lower(Construction.Unwrap(binary.RightOperand)) is { } end
                ? ScalarFolding.Binary("string", "+", start, end)
                : null;
        }

        if (!IsOfShapes(binary) && IsNullTest(binary) || Operator(binary.OperatorKind) is not { } @operator)
            return leaf(binary);
        if (Lower(binary.LeftOperand) is not { } left)
            return null;

        // What C# does not evaluate is not there: it may be about something that is null.
        if ((@operator, left) is ("&&", ConstantIr { Integer: 0 }) or ("||", ConstantIr { Integer: 1 }))
            return left;
        var rest = @operator is "&&" or "||" ? Assuming(left, @operator == "&&", binary.RightOperand) : Lower(binary.RightOperand);
        return rest is { } right
            ? ScalarFolding.Binary(TypeName(binary), @operator, left, right)
            : null;
    }

    private ScalarIr? Conditional(IConditionalOperation conditional, IOperation whenFalse)
    {
        if (Lower(conditional.Condition) is not { } condition)
            return null;
        if (condition is ConstantIr { Integer: { } value })
            return Lower(value != 0 ? conditional.WhenTrue : whenFalse);
        return Assuming(condition, true, conditional.WhenTrue) is { } left && Assuming(condition, false, whenFalse) is { } right
            ? ScalarFolding.Conditional(TypeName(conditional), condition, left, right)
            : null;
    }

    private ScalarIr? Assuming(ScalarIr condition, bool value, IOperation operation)
        => assuming is null ? Lower(operation) : assuming(condition, value, () => Lower(operation));

    private ScalarIr? Coalesce(ICoalesceOperation coalesce)
        => Lower(coalesce.Value) is { } value && Lower(coalesce.WhenNull) is { } otherwise
            ? ScalarFolding.Binary(TypeName(coalesce), "??", value, otherwise)
            : null;

    private ListIr? List(IOperation list, IEnumerable<IOperation> elements)
    {
        var items = elements.Select(Lower).ToList();
        return items.Contains(null) ? null : new ListIr(TypeName(list), items.Select(item => item!).ToEquatableArray());
    }

    /// <summary>What stands in a list for its items: the sizes of a shape.</summary>
    private ScalarIr? Spread(ISpreadOperation spread) => Lower(spread.Operand) switch
    {
        null => null,
        ShapeIr shape => shape,
        _ => leaf(spread),
    };

    private FunctionIr? Function(IInvocationOperation call)
    {
        var arguments = call.Arguments.Select(a => Lower(a.Value)).ToList();
        if (arguments.Contains(null))
            return null;
        var name = TypeDeclarations.FullName(call.TargetMethod.ContainingType) + "." + call.TargetMethod.Name;
        return new FunctionIr(TypeName(call), name, arguments.Select(a => a!).ToEquatableArray());
    }

    /// <summary>Functions of numbers and texts that the core library keeps with these, or with Math, give the same each time: they can be called again.</summary>
    private static bool IsSystemFunction(IMethodSymbol method)
        => method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && (method.ContainingType.SpecialType != SpecialType.None || method.ContainingType.Name is "Math" or "MathF")
            && KnownTypes.IsScalar(method.ReturnType)
            && method.Parameters.All(p => p.RefKind == RefKind.None && KnownTypes.IsScalar(p.Type));

    /// <summary>Whether shapes are compared.</summary>
    private static bool IsOfShapes(IBinaryOperation binary) => KnownTypes.IsShape(binary.LeftOperand.Type) && KnownTypes.IsShape(binary.RightOperand.Type);

    private static bool IsNullTest(IBinaryOperation binary)
        => !KnownTypes.IsScalar(binary.LeftOperand.Type) || !KnownTypes.IsScalar(binary.RightOperand.Type);

    private static string TypeName(IOperation operation) => operation.Type is null ? "" : TypeDeclarations.FullName(operation.Type);

    private static string? Operator(UnaryOperatorKind kind) => kind switch
    {
        UnaryOperatorKind.Minus => "-",
        UnaryOperatorKind.Plus => "+",
        UnaryOperatorKind.Not => "!",
        UnaryOperatorKind.BitwiseNegation => "~",
        _ => null,
    };

    /// <summary>The C# operator of a kind; null where scalars have none.</summary>
    public static string? Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.LeftShift => "<<",
        BinaryOperatorKind.RightShift => ">>",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        BinaryOperatorKind.ConditionalAnd => "&&",
        BinaryOperatorKind.ConditionalOr => "||",
        BinaryOperatorKind.Equals => "==",
        BinaryOperatorKind.NotEquals => "!=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };
}
