using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Lists, stacks, queues and arrays of tensors, or of tuples of them. While what a list holds is known one by one it is nothing but names
/// for tensors; a loop that stays one, and an index that only binding knows, make it a value (<see cref="TensorListIr"/>), or one for each
/// tensor of a tuple.
/// </summary>
internal sealed partial class MethodLowering
{
    private const int MaxWrittenOut = 64;

    private int _lists;

    private ListTerm NewList(ITypeSymbol list, IEnumerable<Term> items) => new(_lists++, _context.Known.ListElement(list)!, items.ToImmutableArray());

    /// <summary>A list of tensors, or a tuple of anything.</summary>
    private Term Collection(ICollectionExpressionOperation collection)
    {
        var items = new List<Term>();
        foreach (var element in collection.Elements)
        {
            var term = Lower(element is ISpreadOperation spread ? Construction.Unwrap(spread.Operand) : element);
            switch (element is ISpreadOperation ? Whole(term) : term)
            {
                case FailedTerm:
                    return term;
                case ListTerm { IsWrittenOut: false }:
                    return Unsupported(collection);
                case ListTerm list:
                    items.AddRange(list.Items);
                    break;
                case SequenceTerm sequence when element is ISpreadOperation:
                    items.AddRange(sequence.Items);
                    break;
                case var item:
                    items.Add(item);
                    break;
            }
        }

        return _context.Known.IsTensorList(collection.Type) ? NewList(collection.Type!, items) : new SequenceTerm(items.ToImmutableArray());
    }

    /// <summary><c>new Tensor[n]</c>: places to which tensors are put later.</summary>
    private Term NewArray(IArrayCreationOperation array)
    {
        if (array.DimensionSizes.Length != 1 || _scalars.Lower(array.DimensionSizes[0]) is not { } count)
            return FailedTerm.Instance;
        if (count is ConstantIr { Integer: { } places and >= 0 and <= MaxWrittenOut })
            return NewList(array.Type!, Enumerable.Repeat<Term>(AbsentTerm.Instance, (int)places));
        return BindTime.IsKnown(count) ? Created(array, NewList(array.Type!, []), "tensors", count) : Unsupported(array);
    }

    /// <summary>A list as values, each of as many empty places as a number says.</summary>
    private ListTerm Created(IOperation place, ListTerm list, string name, ScalarIr? places)
    {
        var values = MethodSignature.ResultTypes(_context.Known, list.Element)!.Select(type => _builder.List(name, type, ValueOrigin.Statement)).ToEquatableArray();
        foreach (var value in values)
            _builder.Add(List(place, ListAction.Create, value) with { Index = places });
        return list with { Items = [], Values = values };
    }

    /// <summary><c>new List&lt;Tensor&gt;()</c>, with tensors or a capacity.</summary>
    private Term NewList(IObjectCreationOperation creation)
    {
        var items = new List<Term>();
        foreach (var argument in creation.Arguments.Where(argument => !KnownTypes.IsScalar(argument.Parameter!.Type)))
        {
            if (Whole(Lower(Construction.Unwrap(argument.Value))) is var given && given is not (SequenceTerm or ListTerm { IsWrittenOut: true }))
                return given is FailedTerm ? given : Unsupported(creation);
            items.AddRange(given is ListTerm list ? list.Items : ((SequenceTerm)given).Items);
        }

        foreach (var item in creation.Initializer?.Initializers ?? [])
        {
            if (item is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } added })
                return Unsupported(creation);
            items.Add(Lower(added[0].Value));
        }

        if (items.OfType<FailedTerm>().FirstOrDefault() is { } failed)
            return failed;
        return items.All(item => item is TensorTerm or SequenceTerm) ? NewList(creation.Type!, items) : Unsupported(creation);
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
                return list with { Id = _lists++ };
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
        foreach (var item in items is ListTerm given ? given.Items : ((SequenceTerm)items).Items)
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

        if (!BindTime.IsKnown(index) || Materialize(place, list) is not { } values || (action == ListAction.Take && values.Any(IsUncertain)))
            return Unsupported(place);
        var items = new Queue<int>();
        foreach (var value in values)
        {
            var item = _builder.Result(_builder.Values[value].Name + "Item", _builder.TypeOf(value));
            _builder.Add(List(place, action, value) with { Index = index, IsFromEnd = isFromEnd, Item = item });
            items.Enqueue(item);
        }

        return Shaped(list.Element, items);
    }

    private Term Write(IOperation place, ListTerm list, ListAction action, ScalarIr? index, bool isFromEnd, Term item)
    {
        if (Tensors(list, item) is not { } tensors)
            return item is FailedTerm ? item : Unsupported(place);
        if (list.IsWrittenOut && (index is null ? list.Items.Length : Offset(list, index, isFromEnd, action == ListAction.Insert ? 1 : 0)) is { } offset)
        {
            Rebind(list with { Items = action == ListAction.Set ? list.Items.SetItem(offset, item) : list.Items.Insert(offset, item) });
            return item;
        }

        if ((index is not null && !BindTime.IsKnown(index)) || Materialize(place, list) is not { } values || values.Any(IsUncertain))
            return Unsupported(place);
        for (var i = 0; i < values.Count; i++)
            _builder.Add(List(place, action, values[i]) with { Index = index, IsFromEnd = isFromEnd, Item = tensors[i] });
        return item;
    }

    /// <summary>The tensors of an element of a list; null where one is missing, may be null or is of another type.</summary>
    private IReadOnlyList<int>? Tensors(ListTerm list, Term item)
    {
        var tensors = Flatten(item).Select(part => part is TensorTerm { Value: var value } && !_builder.IsNullable(value) ? value : -1).ToList();
        return !tensors.Contains(-1) && tensors.Select(_builder.TypeOf).SequenceEqual(MethodSignature.ResultTypes(_context.Known, list.Element)!) ? tensors : null;
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

        if ((index is not null && !BindTime.IsKnown(index)) || Materialize(place, list) is not { } values || values.Any(IsUncertain))
            return Unsupported(place);
        foreach (var value in values)
            _builder.Add(List(place, action, value) with { Index = index, IsFromEnd = isFromEnd });
        return AbsentTerm.Instance;
    }

    private ScalarIr CountOf(IOperation place, ListTerm list)
    {
        if (list.IsWrittenOut)
            return Int(list.Items.Length);
        var variable = new TurnVariable(TurnName(_builder.Values[list.Values[0]].Name + "Count", isWhole: true), "int");
        _builder.Add(List(place, ListAction.Count, list.Values[0]) with { Name = variable.Name });
        Declare(variable);
        return new BoundScalarIr(variable.Type, variable.Name);
    }

    /// <summary>A constant place in a list that is written out; null where it is no constant, or no place of the list.</summary>
    private static int? Offset(ListTerm list, ScalarIr index, bool isFromEnd, int further = 0)
        => index is ConstantIr { Integer: { } number } && (isFromEnd ? list.Items.Length - number : number) is >= 0 and var offset && offset < list.Items.Length + further
            ? (int)offset
            : null;

    /// <summary>Makes a list a value, or one for each tensor of a tuple; null where it holds something else.</summary>
    private EquatableArray<int>? Materialize(IOperation place, ListTerm list)
    {
        if (!list.IsWrittenOut)
            return list.Values;
        var isArray = list.Items.Any(item => item is AbsentTerm);
        var items = list.Items.Select(item => item is AbsentTerm ? [] : Tensors(list, item)).ToList();
        if (items.Contains(null))
            return null;
        var name = _bindings.FirstOrDefault(pair => pair.Value is ListTerm other && other.Id == list.Id).Key?.Name ?? "tensors";
        var created = Created(place, list, name, isArray ? Int(list.Items.Length) : null);
        for (var i = 0; i < items.Count; i++)
        {
            for (var k = 0; k < items[i]!.Count; k++)
                _builder.Add(List(place, isArray ? ListAction.Set : ListAction.Add, created.Values[k]) with { Index = isArray ? Int(i) : null, Item = items[i]![k] });
        }

        Rebind(created);
        return created.Values;
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
