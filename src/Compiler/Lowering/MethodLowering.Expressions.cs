using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Expressions, assignments and operators.</summary>
internal sealed partial class MethodLowering
{
    private Term Lower(IOperation operation)
    {
        if (!HasStack(operation))
            return FailedTerm.Instance;
        if (operation.ConstantValue is { HasValue: true, Value: null } && !KnownTypes.IsScalar(operation.Type))
            return AbsentTerm.Instance;
        if (IsScalar(operation))
            return _scalars.Lower(operation) is { } scalar ? new ScalarTerm(scalar) : FailedTerm.Instance;
        return operation switch
        {
            IConversionOperation conversion => LowerConversion(conversion),
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                or IInstanceReferenceOperation => LowerReference(operation),
            IInvocationOperation call => LowerOverPresence(call),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => LowerElement(element),
            IBinaryOperation { OperatorMethod: { } method } binary => LowerOperator(binary, method, binary.LeftOperand, binary.RightOperand),
            IUnaryOperation { OperatorMethod: { } method } unary => LowerOperator(unary, method, unary.Operand),
            IConditionalOperation { WhenFalse: not null } conditional => LowerTernary(conditional),
            ICoalesceOperation coalesce => LowerCoalesce(coalesce),
            IConditionalAccessOperation access => LowerConditionalAccess(access),
            IConditionalAccessInstanceOperation => Here(_receivers.Peek()),
            ICoalesceAssignmentOperation assignment => LowerCoalesceAssignment(assignment),
            ISwitchExpressionOperation @switch => LowerSwitch(@switch),
            ITupleOperation tuple => Sequence(tuple.Elements),
            ICollectionExpressionOperation collection => Collection(collection),
            IArrayCreationOperation { Initializer: null } array when _context.Known.IsTensorList(array.Type) => NewArray(array),
            IArrayCreationOperation { Initializer: { } initializer } array
                => _context.Known.IsTensorList(array.Type) ? NewList(array.Type!, initializer.ElementValues.Select(Lower)) : Sequence(initializer.ElementValues),
            IObjectCreationOperation creation when _context.Known.IsTensorList(creation.Type) => NewList(creation),
            IObjectCreationOperation { Type: INamedTypeSymbol { IsRecord: true } record, Initializer: null } creation when IsGroup(creation, record)
                => Sequence(creation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value)),
            IObjectCreationOperation { Type: INamedTypeSymbol holder, Arguments.Length: 0, Initializer: { } initializer }
                when TensorGroups.IsInitialized(holder) && MethodSignature.ResultTypes(_context.Known, holder) is not null
                => Initialized(Enumerable.Repeat<Term>(AbsentTerm.Instance, TensorGroups.PartsOf(holder).Length).ToImmutableArray(), initializer),
            IWithOperation with when TensorGroups.PartsOf(with.Type).Length > 0 => LowerWith(with),
            IRangeOperation range => LowerRange(range) is { } places ? new ScalarTerm(places) : FailedTerm.Instance,
            IImplicitIndexerReferenceOperation element when _context.Known.IsTensorList(element.Instance.Type) => LowerItem(element, element.Instance, element.Argument),
            ISimpleAssignmentOperation assignment => LowerAssignment(assignment),
            ICompoundAssignmentOperation assignment => LowerCompound(assignment),
            IIncrementOrDecrementOperation change => LowerChange(change),
            IDeconstructionAssignmentOperation assignment => LowerDeconstruction(assignment),
            IDefaultValueOperation => AbsentTerm.Instance,
            IInvalidOperation => Invalid(),
            _ => Unsupported(operation),
        };
    }

    /// <summary>What is a scalar by its form. Assignments and references say themselves what they are.</summary>
    private bool IsScalar(IOperation operation)
        => !_context.Known.IsTensorList(operation.Type)
            && operation is not (IAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation or IInvalidOperation or IAwaitOperation)
            && ScalarLowering.IsScalarShaped(operation);

    /// <summary>The scalar that a name or call stands for in a body; null, and reported, where there is none.</summary>
    private ScalarIr? ScalarLeaf(IOperation operation)
    {
        var term = operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => LowerReference(operation),
            IInvocationOperation call => LowerCall(call),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => LowerElement(element),
            IBinaryOperation { LeftOperand: var left, RightOperand: var right } binary => LowerNullTest(binary, left, right),
            IIsPatternOperation test => LowerPattern(test),
            ISwitchExpressionOperation @switch => LowerSwitch(@switch),
            IConditionalOperation { WhenFalse: not null } conditional => LowerTernary(conditional),
            ICoalesceOperation coalesce => LowerCoalesce(coalesce),
            IInterpolatedStringOperation text => LowerText(text) is { } shown ? new ScalarTerm(shown) : FailedTerm.Instance,
            IIncrementOrDecrementOperation change => LowerChange(change),
            ITupleOperation or ICollectionExpressionOperation or IArrayCreationOperation => Lower(operation),
            _ => Unsupported(operation),
        };
        if (Scalar(term) is { } scalar)
            return scalar;
        if (term is not FailedTerm)
            Fail(RulesDifferentiability.UnknownScalar, operation);
        return null;
    }

    private static ScalarIr? Scalar(Term term) => term switch
    {
        ScalarTerm { Scalar: var scalar } => scalar,
        ShapeTerm { Value: var shape } => new ShapeIr(shape),
        _ => null,
    };

    private Term LowerConversion(IConversionOperation conversion)
        => !conversion.Conversion.Exists ? Invalid() : conversion.OperatorMethod is { } method ? LowerOperator(conversion, method, conversion.Operand) : Lower(conversion.Operand);

    /// <summary>Whether a record of tensors is made of all its parts.</summary>
    private bool IsGroup(IObjectCreationOperation creation, INamedTypeSymbol record)
        => SymbolEqualityComparer.Default.Equals(creation.Constructor, TensorGroups.ConstructorOf(record)) && MethodSignature.ResultTypes(_context.Known, record) is not null;

    /// <summary>A record of tensors with some of them replaced.</summary>
    private Term LowerWith(IWithOperation with)
    {
        var operand = Lower(with.Operand);
        if (operand is not SequenceTerm { Items: var items })
            return operand is FailedTerm ? operand : Unsupported(with);
        return Initialized(items, with.Initializer);
    }

    /// <summary>The parts of a record or of an object, some of which an initializer sets.</summary>
    private Term Initialized(ImmutableArray<Term> items, IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var assignment in initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is not IMemberReferenceOperation { Member: var member } || TensorGroups.IndexOf(member) is not (>= 0 and var index))
                return Unsupported(assignment);
            items = items.SetItem(index, Lower(assignment.Value));
        }

        return new SequenceTerm(items);
    }

    private SequenceTerm Sequence(IEnumerable<IOperation> items) => new(items.Select(Lower).ToImmutableArray());

    private Term LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
            return Fail(RulesDifferentiability.ByReference, assignment);
        return AssignTo(assignment.Target, Lower(assignment.Value));
    }

    private Term LowerCompound(ICompoundAssignmentOperation assignment)
    {
        if (assignment.OperatorMethod is { } method)
            return AssignTo(assignment.Target, LowerOperator(assignment, method, assignment.Target, assignment.Value));
        return _scalars.LowerCompound(assignment) is { } scalar ? AssignTo(assignment.Target, new ScalarTerm(scalar)) : FailedTerm.Instance;
    }

    /// <summary><c>n++</c>, whose value is what the number was before, and <c>++n</c>.</summary>
    private Term LowerChange(IIncrementOrDecrementOperation change)
    {
        if (_scalars.Lower(change.Target) is not { } before)
            return FailedTerm.Instance;
        var @operator = change.Kind == OperationKind.Increment ? "+" : "-";
        var after = AssignTo(change.Target, new ScalarTerm(ScalarFolding.Binary(before.Type, @operator, before, Int(1))));
        return change.IsPostfix && after is ScalarTerm ? new ScalarTerm(before) : after;
    }

    private Term LowerDeconstruction(IDeconstructionAssignmentOperation assignment) => AssignTo(assignment.Target, Lower(assignment.Value));

    /// <summary>Binds names anew; what they stood for before stays what it was.</summary>
    private Term AssignTo(IOperation target, Term term)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return Assign(local.Local, Stored(target, local.Local.Name, term));
            case IParameterReferenceOperation { Parameter: var parameter } when _bindings.ContainsKey(parameter):
                return Assign(parameter, Stored(target, parameter.Name, term));
            case IDiscardOperation:
                return term;
            case IDeclarationExpressionOperation declaration:
                return AssignTo(declaration.Expression, term);
            case ITupleOperation tuple when term is SequenceTerm { Items: var items } && items.Length == tuple.Elements.Length:
                for (var i = 0; i < items.Length; i++)
                    AssignTo(tuple.Elements[i], items[i]);
                return term;
            case ITupleOperation tuple when term is PartsTerm parts && (parts.KnownCount ?? tuple.Elements.Length) == tuple.Elements.Length:
                for (var i = 0; i < tuple.Elements.Length; i++)
                    AssignTo(tuple.Elements[i], Part(parts, Int(i)));
                return term;
            case ITupleOperation tuple when term is ScalarTerm { Scalar: ListIr { Items: var numbers } } && numbers.Count == tuple.Elements.Length:
                return AssignTo(tuple, new SequenceTerm(numbers.Select(number => (Term)new ScalarTerm(number)).ToImmutableArray()));
            case ITupleOperation tuple when term is ShapeTerm shape:
                return AssignTo(tuple, Dims(shape, rank: tuple.Elements.Length));
            case ITupleOperation tuple:
                foreach (var symbol in Targets(tuple))
                    Bind(symbol, FailedTerm.Instance);
                return term is FailedTerm ? term : Unsupported(target);
            case IMemberReferenceOperation member when IsBuffer(member):
                return Store(member, term);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return WriteItem(element, element.ArrayReference, element.Indices[0], term);
            case IImplicitIndexerReferenceOperation element:
                return WriteItem(element, element.Instance, element.Argument, term);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: { Length: 1 } place } element
                when _context.Known.IsTensorList(list.Type):
                return WriteItem(element, list, place[0].Value, term);
            case IMemberReferenceOperation or IParameterReferenceOperation:
                return Fail(RulesDifferentiability.MemberAssigned, target);
            default:
                return Unsupported(target);
        }
    }

    private static SequenceTerm Dims(ShapeTerm shape, int rank)
        => new(Enumerable.Range(0, rank).Select(axis => (Term)new ScalarTerm(new DimIr(shape.Value, axis, rank))).ToImmutableArray());

    private Term Assign(ISymbol symbol, Term term)
    {
        if (term is TensorTerm { Value: var value })
            _builder.Name(value, symbol.Name);
        Bind(symbol, term);
        return term;
    }

    /// <summary>A number over many others becomes a value: whatever is computed of it would repeat it all.</summary>
    private Term Stored(IOperation place, string name, Term term)
        => term is ScalarTerm { Scalar: var scalar } && NumberIr.TypeOf(scalar.Type) is not null && ScalarFolding.IsLong(scalar)
            ? new ScalarTerm(new ItemIr(scalar.Type, Stored(Site(place), SourceText.Statement(place.Syntax), name, scalar.Type, scalar)))
            : term;

    private FailedTerm Invalid()
    {
        _context.HasInvalidCode = true;
        return FailedTerm.Instance;
    }

    private FailedTerm Unsupported(IOperation operation)
    {
        var rule = operation switch
        {
            IAwaitOperation => RulesDifferentiability.Asynchronous,
            IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => RulesDifferentiability.Lambda,
            IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
                or IDynamicObjectCreationOperation => RulesDifferentiability.Dynamic,
            ISwitchExpressionOperation => RulesDifferentiability.RunTimeBranch,
            IThrowOperation => RulesDifferentiability.ExceptionHandling,
            IObjectCreationOperation creation when _context.Known.IsModule(creation.Type) => RulesDifferentiability.ModuleCreated,
            IObjectCreationOperation creation when _context.Known.IsParameter(creation.Type) => RulesSurroundings.ParameterCreated,
            IEventAssignmentOperation => RulesSurroundings.SideEffect,
            ITranslatedQueryOperation => RulesSurroundings.Linq,
            IInterpolatedStringOperation => RulesSurroundings.ValueRead,
            IObjectCreationOperation => null,
            _ => RulesDifferentiability.UnsupportedExpression,
        };
        return rule is null ? Foreign(operation) : Fail(rule, operation);
    }

    /// <summary>An object that is neither tensor, module nor number.</summary>
    private FailedTerm Foreign(IOperation operation)
        => Fail(RulesSurroundings.ForeignObject, operation, Quote(operation.Syntax), operation.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "");
}
