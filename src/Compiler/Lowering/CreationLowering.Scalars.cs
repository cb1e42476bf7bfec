using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

// Numbers that modules are created with: items of lists, what small functions compute.
internal sealed partial class CreationLowering
{
    private ScalarIr? Scalar(IOperation operation) => new ScalarLowering(ScalarLeaf).Lower(operation);

    private ScalarIr? ScalarLeaf(IOperation operation)
    {
        if (Symbol(operation) is { } symbol && _values.TryGetValue(symbol, out var known))
            return known as ScalarIr;
        return operation switch
        {
            IArrayElementReferenceOperation { Indices: { Length: 1 } places } element => Item(element.ArrayReference, places[0]),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: { Length: 1 } places } => Item(list, places[0].Value),
            IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } list } when !HoldsModules(list.Type) && Scalar(list) is { } items => Count(items),
            IArrayInitializerOperation array => array.ElementValues.Select(Scalar).ToList() is var items && !items.Contains(null)
                ? new ListIr("int[]", items.Select(item => item!).ToEquatableArray())
                : null,
            IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false } } call when KnownTypes.IsScalar(call.Type) => Computed(call),
            _ => leaf(operation) ?? (operation is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } && constant(field) is { } value ? Scalar(value) : null),
        };
    }

    private ScalarIr? Item(IOperation list, IOperation place)
    {
        var isFromEnd = Construction.Unwrap(place) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        if (Scalar(list) is not { } items || Scalar(isFromEnd ? ((IUnaryOperation)Construction.Unwrap(place)).Operand : place) is not { } number)
            return null;
        var index = isFromEnd ? ScalarFolding.Unary("int", "-", number) : number;
        if (items is ListIr list1 && index is ConstantIr { Integer: { } at })
            return (at < 0 ? list1.Items.Count + at : at) is >= 0 and var i && i < list1.Items.Count ? list1.Items[(int)i] : null;
        return new FunctionIr("int", ListFunctions.Item, EquatableArray.Create(items, index));
    }

    private static ScalarIr Count(ScalarIr items)
        => items is ListIr list ? ScalarFolding.Constant("int", list.Items.Count) : new FunctionIr("int", ListFunctions.Count, EquatableArray.Create(items));

    /// <summary>What a function of the program that does nothing else returns.</summary>
    private ScalarIr? Computed(IInvocationOperation call)
    {
        if (_depth == MaxDepth || function(call.TargetMethod) is not { } body)
            return null;
        _depth++;
        var scalar = LoweringContext.Returned(body) is { } value && TryBind(call) ? Scalar(value) : Run(call, body) as ScalarIr;
        _depth--;
        return scalar;
    }

    /// <summary>Gives the parameters of a function what it is called with.</summary>
    private bool TryBind(IInvocationOperation call)
    {
        var given = call.Arguments.Select(argument => (Parameter: (ISymbol)argument.Parameter!.OriginalDefinition, Value: Value(argument.Value, argument.Parameter.Type))).ToList();
        foreach (var (parameter, value) in given)
            _values[parameter] = value;
        return call.Arguments.All(argument => argument.Parameter!.RefKind == RefKind.None);
    }

    /// <summary>What a variable of a type is set to: a creation or a scalar; null where that is not known.</summary>
    private object? Value(IOperation value, ITypeSymbol type) => HoldsModules(type) || known.HoldsModule(type) ? Lower(value) : Scalar(value);

    /// <summary>The variable or member that a reference is to.</summary>
    private static ISymbol? Symbol(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member => member.Member,
        _ => null,
    };

    /// <summary>Whether a condition holds; null where that is not known.</summary>
    private bool? Condition(IOperation condition)
    {
        if (Construction.Unwrap(condition) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test && IsNull(test.RightOperand))
            return IsNullValue(test.LeftOperand) is { } isNull ? isNull == (test.OperatorKind == BinaryOperatorKind.Equals) : null;
        if (Construction.Unwrap(condition) is IIsPatternOperation pattern)
        {
            return pattern.Pattern switch
            {
                IConstantPatternOperation constantPattern when IsNull(constantPattern.Value) => IsNullValue(pattern.Value),
                INegatedPatternOperation { Pattern: IConstantPatternOperation negated } when IsNull(negated.Value) => !IsNullValue(pattern.Value),
                _ => null,
            };
        }

        return Scalar(condition) is ConstantIr { Integer: { } value } ? value != 0 : null;
    }

    private bool? IsNullValue(IOperation operation)
    {
        if (IsNull(operation))
            return true;
        if (Symbol(Construction.Unwrap(operation)) is not { } symbol || !_values.TryGetValue(symbol, out var value) || value is null)
            return null;
        return value is ConstantIr { Text: "null" };
    }
}
