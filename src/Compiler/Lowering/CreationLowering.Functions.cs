using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

// Code that creates modules: functions with loops that fill lists, constructors, queries. It is run over what is known; what it
// cannot be run over makes the whole unknown.
internal sealed partial class CreationLowering
{
    private const int MaxTurns = 64;

    /// <summary>Statements that one piece of code may run, so that none goes on for long.</summary>
    private const int MaxSteps = 4000;

    private bool _isConstructing;
    private int _steps;
    private object? _returned;

    private enum Flow
    {
        Next,
        Break,
        Continue,
        Return,

        /// <summary>What it does is not known.</summary>
        Fail,
    }

    /// <summary>How the modules in members are created, by initializers and constructor, member by member as C# runs them.</summary>
    /// <param name="members">The members that are set where they are declared, in order, with their values.</param>
    /// <param name="constructor">The constructor's body; null where there is none.</param>
    /// <param name="given">What constructor parameters are.</param>
    /// <returns>The members that hold modules; null where the constructor does what is not known.</returns>
    public IReadOnlyDictionary<string, CreationIr>? Construct(
        IEnumerable<(ISymbol Member, IOperation Value)> members, IOperation? constructor, IEnumerable<(ISymbol Parameter, ScalarIr Value)> given)
    {
        _values.Clear();
        (_isConstructing, _steps) = (true, 0);
        foreach (var (parameter, value) in given)
            _values[parameter] = value;
        foreach (var (member, value) in members)
            _values[member] = Value(value, MemberKinds.TypeOf(member));
        var flow = constructor is null ? Flow.Next : Execute(constructor);
        _isConstructing = false;
        var created = _values.Where(value => value is { Key: IFieldSymbol or IPropertySymbol, Value: CreationIr }).ToDictionary(value => value.Key.Name, value => (CreationIr)value.Value!);
        _values.Clear();
        return flow == Flow.Fail ? null : created;
    }

    /// <summary>What a call gives that creates modules, where it stands: there are the sizes.</summary>
    private CreationIr? Called(IInvocationOperation call)
    {
        if (call.TargetMethod is { IsExtensionMethod: true, ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } })
            return Query(call);
        if (call is { TargetMethod.Name: "ToArray", Instance: { } list } && HoldsModules(list.Type))
            return Lower(list);
        if (call.TargetMethod.IsVirtual || call.TargetMethod.IsOverride || function(call.TargetMethod) is not { } body)
            return null;
        if (LoweringContext.Returned(body) is { } value)
            return TryBind(call) && Lower(value) is { } created ? At(created, Site(call)) : null;
        return Run(call, body) is CreationIr made ? At(made, Site(call)) with { IsOfFunction = true } : null;
    }

    /// <summary><c>Enumerable.Range(0, n).Select(i => new Block(i))</c>, and what makes an array or a list of it.</summary>
    private CreationIr? Query(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "ToArray" or "ToList" or "AsEnumerable" or "Cast" => Lower(call.Arguments[0].Value),
        "Append" when Lower(call.Arguments[0].Value) is { } list => Add(list, [call.Arguments[1].Value]),
        "Concat" when Lower(call.Arguments[0].Value) is { Elements: { } first, Repeat: null } list && Lower(call.Arguments[1].Value) is { Elements: { } second, Repeat: null }
            => list with { Elements = first.Concat(second).ToEquatableArray() },
        "Select" when Construction.Unwrap(call.Arguments[0].Value) is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } } range
            => Scalar(range.Arguments[0].Value) is ConstantIr { Integer: 0 } && Scalar(range.Arguments[1].Value) is { } count && ElementOf(call.Arguments[1].Value) is var (index, element)
                ? Group(call, []) with { Elements = EquatableArray.Create(element), Repeat = new RepeatIr(count, index) }
                : null,
        "Select" when Lambda(call.Arguments[1].Value) is var (parameters, result) && result is not null && Scalar(call.Arguments[0].Value) is ListIr items => Each(call, items, parameters, result),
        _ => null,
    };

    private CreationIr Each(IOperation query, ListIr items, IReadOnlyList<IParameterSymbol> parameters, IOperation result)
    {
        var elements = new List<CreationIr>();
        foreach (var item in items.Items)
        {
            _values[parameters[0]] = item;
            if (parameters.Count > 1)
                _values[parameters[1]] = ScalarFolding.Constant("int", elements.Count);
            elements.Add(Element(result));
        }

        return Group(query, []) with { Elements = elements.ToEquatableArray() };
    }

    /// <summary>Runs a function; null where what it gives is not known.</summary>
    private object? Run(IInvocationOperation call, IOperation body)
    {
        var block = body switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => null,
        };
        if (block is null || !TryBind(call))
            return null;
        _returned = null;
        return Execute(block) == Flow.Return ? _returned : null;
    }

    private Flow Execute(IOperation statement)
    {
        if (++_steps > MaxSteps)
            return Flow.Fail;
        switch (statement)
        {
            case IConstructorBodyOperation constructor:
                return (constructor.BlockBody ?? constructor.ExpressionBody) is { } written ? Execute(written) : Flow.Next;
            case IBlockOperation block:
                return All(block.Operations);
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                    _values[declarator.Symbol] = declarator.Initializer is { } initializer ? Value(initializer.Value, declarator.Symbol.Type) : null;
                return Flow.Next;
            case IExpressionStatementOperation expression:
                return Evaluate(expression.Operation) ? Flow.Next : Flow.Fail;
            case IForLoopOperation loop:
                return Execute(loop);
            case IForEachLoopOperation loop:
                return Execute(loop);
            case IConditionalOperation { WhenFalse: null } check when Throws(check.WhenTrue):
                return Flow.Next;
            case IConditionalOperation conditional:
                return Condition(conditional.Condition) switch
                {
                    true => Execute(conditional.WhenTrue),
                    false => conditional.WhenFalse is { } otherwise ? Execute(otherwise) : Flow.Next,
                    null => Flow.Fail,
                };
            case IReturnOperation { ReturnedValue: var value }:
                _returned = value is null ? null : Value(value, value.Type!);
                return Flow.Return;
            case IBranchOperation branch:
                return branch.BranchKind switch { BranchKind.Break => Flow.Break, BranchKind.Continue => Flow.Continue, _ => Flow.Fail };
            case IEmptyOperation or ILocalFunctionOperation:
                return Flow.Next;
            default:
                return Flow.Fail;
        }
    }

    private static bool Throws(IOperation statement)
        => statement is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } || (statement is IBlockOperation { Operations: { Length: 1 } only } && Throws(only[0]));

    private Flow All(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            if (Execute(statement) is not Flow.Next and var flow)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Execute(IForLoopOperation loop)
    {
        if (All(loop.Before) != Flow.Next || loop.Condition is null)
            return Flow.Fail;
        for (var turns = 0; turns <= MaxTurns; turns++)
        {
            if (Condition(loop.Condition) is not { } goesOn)
                return Flow.Fail;
            var flow = goesOn ? Execute(loop.Body) : Flow.Break;
            if (flow is Flow.Break)
                return Flow.Next;
            if (flow is Flow.Return or Flow.Fail || All(loop.AtLoopBottom) != Flow.Next)
                return flow is Flow.Return ? flow : Flow.Fail;
        }

        return Flow.Fail;
    }

    private Flow Execute(IForEachLoopOperation loop)
    {
        if (Scalar(Construction.Unwrap(loop.Collection)) is not ListIr list || list.Items.Count > MaxTurns)
            return Flow.Fail;
        foreach (var item in list.Items)
        {
            if (!Assign(loop.LoopControlVariable, item))
                return Flow.Fail;
            var flow = Execute(loop.Body);
            if (flow is Flow.Break)
                break;
            if (flow is Flow.Return or Flow.Fail)
                return flow;
        }

        return Flow.Next;
    }

    /// <summary>Runs an expression that stands as a statement; false where what it changes is not known.</summary>
    private bool Evaluate(IOperation expression)
    {
        switch (expression)
        {
            case ISimpleAssignmentOperation assignment:
                return assignment.Target.Type is { } type && Assign(assignment.Target, Value(assignment.Value, type));
            case ICompoundAssignmentOperation assignment:
                return Assign(assignment.Target, new ScalarLowering(ScalarLeaf).LowerCompound(assignment));
            case IIncrementOrDecrementOperation increment:
                return Assign(increment.Target, Scalar(increment.Target) is { } before
                    ? ScalarFolding.Binary("int", increment.Kind == OperationKind.Increment ? "+" : "-", before, ScalarFolding.Constant("int", 1))
                    : null);
            case IInvocationOperation { Instance: { } list, TargetMethod.Name: "Add", Arguments: { Length: 1 } added } when HoldsModules(list.Type):
                return Change(list, before => Add(before, [added[0].Value]));
            case IInvocationOperation { Instance: { } list, TargetMethod.Name: "AddRange", Arguments: { Length: 1 } added } when HoldsModules(list.Type):
                return Change(list, before => before is { Elements: { } first, Repeat: null } && Lower(added[0].Value) is { Elements: { } more, Repeat: null } ? before with { Elements = first.Concat(more).ToEquatableArray() } : null);
            case IInvocationOperation { Instance: IInstanceReferenceOperation } call:
                return _isConstructing && function(call.TargetMethod) is { } body && !call.TargetMethod.IsVirtual && RunsThrough(call, body);
            case IInvocationOperation call:
                return !HoldsModules(call.Instance?.Type) && !call.Arguments.Any(argument => HoldsModules(argument.Parameter?.Type) && !known.IsModule(argument.Parameter?.Type));
            default:
                return false;
        }
    }

    private bool RunsThrough(IInvocationOperation call, IOperation body)
        => body is IMethodBodyOperation { BlockBody: { } block } && TryBind(call) && Execute(block) is Flow.Next or Flow.Return;

    /// <summary>Gives a list other elements; one of which they are not known is not known itself from here.</summary>
    private bool Change(IOperation list, System.Func<CreationIr, CreationIr?> change)
    {
        if (Symbol(Construction.Unwrap(list)) is not { } symbol || (symbol is not ILocalSymbol && !_isConstructing))
            return false;
        _values[symbol] = _values.TryGetValue(symbol, out var before) && before is CreationIr creation ? change(creation) : null;
        return true;
    }

    private bool Assign(IOperation target, object? value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value);
            case IVariableDeclaratorOperation declarator:
                _values[declarator.Symbol] = value;
                return true;
            case ITupleOperation tuple:
                return value is ListIr list && list.Items.Count == tuple.Elements.Length && tuple.Elements.Zip(list.Items, Assign).All(isAssigned => isAssigned);
            case IDiscardOperation:
                return true;
            case IArrayElementReferenceOperation { Indices: { Length: 1 } places } element:
                return Change(element.ArrayReference, before => before.Elements is { } items && Scalar(places[0]) is ConstantIr { Integer: >= 0 and var at } && at < items.Count
                    ? before with { Elements = items.Select((item, i) => i == at ? value as CreationIr ?? Unknown(target) : item).ToEquatableArray() }
                    : null);
        }

        if (Symbol(target) is not { } symbol || (symbol is not (ILocalSymbol or IParameterSymbol) && !_isConstructing))
            return false;
        _values[symbol] = value;
        return true;
    }
}
