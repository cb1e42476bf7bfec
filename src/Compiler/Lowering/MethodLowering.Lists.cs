using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Lists, stacks, queues and arrays of tensors. While what a list holds is known one by one it is nothing but names for tensors; a
/// loop that stays one, and an index that only binding knows, make it a value (<see cref="TensorListIr"/>).
/// </summary>
internal sealed partial class MethodLowering
{
    private const int MaxWrittenOut = 64;

    private int _lists;

    private ListTerm NewList(IEnumerable<Term> items) => new(_lists++, items.SelectMany(Flatten).ToImmutableArray());

    /// <summary>A list of tensors, or a tuple of anything.</summary>
    private Term Collection(ICollectionExpressionOperation collection)
    {
        var items = collection.Elements.Select(element => Lower(element is ISpreadOperation spread ? Construction.Unwrap(spread.Operand) : element)).ToList();
        if (items.OfType<FailedTerm>().FirstOrDefault() is { } failed)
            return failed;
        if (items.Any(item => item is ListTerm { IsWrittenOut: false }))
            return Unsupported(collection);
        return _context.Known.IsTensorList(collection.Type)
            ? NewList(items)
            : new SequenceTerm(items.SelectMany(item => item is ListTerm list ? list.Items : [item]).ToImmutableArray());
    }

    /// <summary><c>new Tensor[n]</c>: places to which tensors are put later.</summary>
    private Term NewArray(IArrayCreationOperation array)
    {
        if (array.DimensionSizes.Length != 1 || _scalars.Lower(array.DimensionSizes[0]) is not { } count)
            return FailedTerm.Instance;
        if (count is ConstantIr { Integer: { } places and >= 0 and <= MaxWrittenOut })
            return NewList(Enumerable.Repeat<Term>(AbsentTerm.Instance, (int)places));
        if (!BindTime.IsKnown(count))
            return Unsupported(array);
        var value = _builder.List("tensors", ValueOrigin.Statement);
        _builder.Add(List(array, ListAction.Create, value) with { Index = count });
        return new ListTerm(_lists++, [], value);
    }

    /// <summary><c>new List&lt;Tensor&gt;()</c>, with tensors or a capacity.</summary>
    private Term NewList(IObjectCreationOperation creation)
    {
        var items = new List<Term>();
        foreach (var argument in creation.Arguments.Where(argument => !KnownTypes.IsScalar(argument.Parameter!.Type)))
            items.Add(Lower(Construction.Unwrap(argument.Value)));
        foreach (var item in creation.Initializer?.Initializers ?? [])
        {
            if (item is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } added })
                return Unsupported(creation);
            items.Add(Lower(added[0].Value));
        }

        if (items.OfType<FailedTerm>().FirstOrDefault() is { } failed)
            return failed;
        return items.All(item => item is TensorTerm or SequenceTerm or ListTerm { IsWrittenOut: true }) ? NewList(items) : Unsupported(creation);
    }

    /// <summary>The list that a call is about: its receiver, or what an extension method of LINQ is given.</summary>
    private ListTerm? ListOf(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod is { IsExtensionMethod: true, ContainingType.Name: "Enumerable" } ? call.Arguments[0].Value : null);
        return receiver is not null && Construction.Unwrap(receiver) is ILocalReferenceOperation or IParameterReferenceOperation
            && _context.Known.IsTensorList(Construction.Unwrap(receiver).Type)
            ? Lower(Construction.Unwrap(receiver)) as ListTerm
            : null;
    }

    private Term LowerListCall(IInvocationOperation call, IMethodSymbol method, ListTerm list)
    {
        var isStack = method.ContainingType.Name == "Stack";
        var arguments = call.Instance is null ? call.Arguments.Skip(1).ToList() : [.. call.Arguments];
        switch (method.Name, arguments.Count)
        {
            case ("Add" or "Push" or "Enqueue", 1):
                return Write(call, list, ListAction.Add, null, false, Lower(arguments[0].Value));
            case ("Insert", 2):
                return Place(arguments[0].Value) is { } before ? Write(call, list, ListAction.Insert, before.Index, before.IsFromEnd, Lower(arguments[1].Value)) : FailedTerm.Instance;
            case ("AddRange", 1):
                return AddRange(call, list, Lower(Construction.Unwrap(arguments[0].Value)));
            case ("Pop", 0):
                return ReadItem(call, list, Int(1), isFromEnd: true, ListAction.Take);
            case ("Dequeue", 0):
                return ReadItem(call, list, Int(0), isFromEnd: false, ListAction.Take);
            case ("Peek", 0):
                return ReadItem(call, list, Int(isStack ? 1 : 0), isFromEnd: isStack, ListAction.Get);
            case ("Last", 0) when !isStack:
                return ReadItem(call, list, Int(1), isFromEnd: true, ListAction.Get);
            case ("First", 0) when !isStack:
                return ReadItem(call, list, Int(0), isFromEnd: false, ListAction.Get);
            case ("RemoveAt", 1):
                return Place(arguments[0].Value) is { } place ? Change(call, list, ListAction.Remove, place.Index, place.IsFromEnd) : FailedTerm.Instance;
            case ("Clear", 0):
                return Change(call, list, ListAction.Clear, null, false);
            case ("Reverse", 0) when call.Instance is not null:
                return Change(call, list, ListAction.Reverse, null, false);
            case ("Count", 0):
                return new ScalarTerm(CountOf(call, list));
            case ("ToArray" or "ToList", 0) when list.IsWrittenOut && !isStack:
                return NewList(list.Items);
            case ("ToArray" or "ToList" or "AsEnumerable", 0) when !isStack && IsArgument(call):
                return list;
            default:
                return UnknownMethod(call, method);
        }
    }

    /// <summary>Whether an expression is read at once, so that nothing can change what it is a copy of.</summary>
    private static bool IsArgument(IOperation operation) => operation.Parent switch
    {
        IArgumentOperation => true,
        IConversionOperation conversion => IsArgument(conversion),
        _ => false,
    };

    private Term AddRange(IInvocationOperation call, ListTerm list, Term items)
    {
        if (items is ListTerm { IsWrittenOut: false } or not (SequenceTerm or ListTerm))
            return items is FailedTerm ? items : Unsupported(call);
        Term result = AbsentTerm.Instance;
        foreach (var item in Flatten(items).ToList())
            result = Write(call, Now(list), ListAction.Add, null, false, item);
        return result;
    }

    /// <summary>Whether only a call knows if this place is reached, and the list is one of the surroundings: binding could not say what it holds.</summary>
    private bool IsUncertain(int list)
    {
        var surroundings = _builder.IsInput(list) ? _surroundings : null;
        while (surroundings is { IsUncertain: false })
            surroundings = surroundings.Parent;
        return surroundings is not null;
    }

    /// <summary>A list as it is now.</summary>
    private ListTerm Now(ListTerm list) => _bindings.Values.OfType<ListTerm>().FirstOrDefault(other => other.Id == list.Id) ?? list;

    /// <summary>All names of a list stand for what it is now.</summary>
    private void Rebind(ListTerm list)
    {
        foreach (var name in _bindings.Where(pair => pair.Value is ListTerm other && other.Id == list.Id).Select(pair => pair.Key).ToList())
            Bind(name, list);
    }

    /// <summary>A place in a list; null where it is reported.</summary>
    private (ScalarIr Index, bool IsFromEnd)? Place(IOperation index)
    {
        var operation = Unconverted(index);
        var isFromEnd = operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        return _scalars.Lower(isFromEnd ? ((IUnaryOperation)operation).Operand : operation) is { } place ? (place, isFromEnd) : null;
    }

    private Term LowerItem(IOperation access, IOperation owner, IOperation index)
    {
        var term = Lower(Construction.Unwrap(owner));
        if (term is not ListTerm list)
            return term is FailedTerm ? term : Unsupported(access);
        return Place(index) is { } place ? ReadItem(access, list, place.Index, place.IsFromEnd, ListAction.Get) : FailedTerm.Instance;
    }

    private Term WriteItem(IOperation access, IOperation owner, IOperation index, Term item)
    {
        var term = Lower(Construction.Unwrap(owner));
        if (term is not ListTerm list)
            return term is FailedTerm ? term : Unsupported(access);
        return Place(index) is { } place ? Write(access, list, ListAction.Set, place.Index, place.IsFromEnd, item) : FailedTerm.Instance;
    }

    private Term ReadItem(IOperation place, ListTerm list, ScalarIr index, bool isFromEnd, ListAction action)
    {
        if (list.IsWrittenOut && Offset(list, index, isFromEnd) is { } offset)
        {
            if (action == ListAction.Take)
                Rebind(list with { Items = list.Items.RemoveAt(offset) });
            return list.Items[offset] is AbsentTerm ? Unsupported(place) : list.Items[offset];
        }

        if (!BindTime.IsKnown(index) || Materialize(place, list) is not { } value || (action == ListAction.Take && IsUncertain(value)))
            return Unsupported(place);
        var item = _builder.Result(_builder.Values[value].Name + "Item", DType.Float32);
        _builder.Add(List(place, action, value) with { Index = index, IsFromEnd = isFromEnd, Item = item });
        return new TensorTerm(item);
    }

    private Term Write(IOperation place, ListTerm list, ListAction action, ScalarIr? index, bool isFromEnd, Term item)
    {
        if (item is not TensorTerm { Value: var tensor } || _builder.TypeOf(tensor) != DType.Float32 || _builder.IsNullable(tensor))
            return item is FailedTerm ? item : Unsupported(place);
        if (list.IsWrittenOut && (index is null ? list.Items.Length : Offset(list, index, isFromEnd, action == ListAction.Insert ? 1 : 0)) is { } offset)
        {
            Rebind(list with { Items = action == ListAction.Set ? list.Items.SetItem(offset, item) : list.Items.Insert(offset, item) });
            return item;
        }

        if ((index is not null && !BindTime.IsKnown(index)) || Materialize(place, list) is not { } value || IsUncertain(value))
            return Unsupported(place);
        _builder.Add(List(place, action, value) with { Index = index, IsFromEnd = isFromEnd, Item = tensor });
        return item;
    }

    private Term Change(IOperation place, ListTerm list, ListAction action, ScalarIr? index, bool isFromEnd)
    {
        if (list.IsWrittenOut && (index is null ? 0 : Offset(list, index, isFromEnd)) is { } offset)
        {
            Rebind(list with
            {
                Items = action switch
                {
                    ListAction.Remove => list.Items.RemoveAt(offset),
                    ListAction.Clear => [],
                    _ => list.Items.Reverse().ToImmutableArray(),
                },
            });
            return AbsentTerm.Instance;
        }

        if ((index is not null && !BindTime.IsKnown(index)) || Materialize(place, list) is not { } value || IsUncertain(value))
            return Unsupported(place);
        _builder.Add(List(place, action, value) with { Index = index, IsFromEnd = isFromEnd });
        return AbsentTerm.Instance;
    }

    private ScalarIr CountOf(IOperation place, ListTerm list)
    {
        if (list.IsWrittenOut)
            return Int(list.Items.Length);
        var variable = new TurnVariable(TurnName(_builder.Values[list.Value].Name + "Count", isWhole: true), "int");
        _builder.Add(List(place, ListAction.Count, list.Value) with { Name = variable.Name });
        Declare(variable);
        return new BoundScalarIr(variable.Type, variable.Name);
    }

    /// <summary>A constant place in a list that is written out; null where it is no constant, or no place of the list.</summary>
    private static int? Offset(ListTerm list, ScalarIr index, bool isFromEnd, int further = 0)
        => index is ConstantIr { Integer: { } number } && (isFromEnd ? list.Items.Length - number : number) is >= 0 and var offset && offset < list.Items.Length + further
            ? (int)offset
            : null;

    /// <summary>Makes a list a value; null where it holds something that is no tensor.</summary>
    private int? Materialize(IOperation place, ListTerm list)
    {
        if (!list.IsWrittenOut)
            return list.Value;
        var isArray = list.Items.Any(item => item is AbsentTerm);
        if (list.Items.Any(item => item is not (TensorTerm or AbsentTerm) || (item is TensorTerm { Value: var tensor } && (_builder.TypeOf(tensor) != DType.Float32 || _builder.IsNullable(tensor)))))
            return null;
        var name = _bindings.FirstOrDefault(pair => pair.Value is ListTerm other && other.Id == list.Id).Key?.Name ?? "tensors";
        var value = _builder.List(name, ValueOrigin.Statement);
        _builder.Add(List(place, ListAction.Create, value) with { Index = isArray ? Int(list.Items.Length) : null });
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i] is TensorTerm { Value: var item })
                _builder.Add(List(place, isArray ? ListAction.Set : ListAction.Add, value) with { Index = isArray ? Int(i) : null, Item = item });
        }

        Rebind(list with { Items = [], Value = value });
        return value;
    }

    /// <summary>Makes the lists that a loop's body names values; false where one cannot be.</summary>
    private bool MaterializeLists(TurnsForm form)
    {
        foreach (var operation in form.Statements.SelectMany(part => part.DescendantsAndSelf()).Concat(form.Condition?.DescendantsAndSelf() ?? []))
        {
            ISymbol? symbol = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is not null && _bindings.ContainsKey(symbol) && Current(symbol) is ListTerm { IsWrittenOut: true } list && Materialize(form.Loop, list) is null)
                return false;
        }

        return true;
    }

    private TensorListIr List(IOperation place, ListAction action, int list)
        => new(Site(place), SourceText.Statement(place.Syntax), SourceText.Line(place.Syntax), action, list);
}
