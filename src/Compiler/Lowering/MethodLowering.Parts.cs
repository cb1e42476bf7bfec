using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Arrays of parts of a tensor, marked <c>[LowersEach]</c>: each part is an op where it is used.</summary>
internal sealed partial class MethodLowering
{
    private Term LowerParts(IInvocationOperation call, OpBinding.Each each)
        => Parts(each, call, call.Instance, call.Arguments.Select(a => (a.Parameter!, a.Value)), ((IArrayTypeSymbol)call.Type!).ElementType);

    /// <summary>What enumerating a tensor gives; null where its type has no such parts.</summary>
    private Term? PartsOf(IOperation tensor)
        => tensor.Type!.GetMembers("GetEnumerator").OfType<IMethodSymbol>().Select(OpBinding.EachOf).FirstOrDefault(each => each is not null) is { } each
            ? Parts(each, tensor, tensor, [], tensor.Type)
            : null;

    private Term Parts(OpBinding.Each each, IOperation operation, IOperation? receiver, IEnumerable<(IParameterSymbol Parameter, IOperation Value)> arguments, ITypeSymbol type)
        => Bound(each.Binding, operation, receiver, arguments) is { } parts
            ? new PartsTerm(operation, parts.Op, parts.Tensors.ToEquatableArray(), parts.Scalars.ToEquatableArray(), type, CountOf(parts, each))
            : FailedTerm.Instance;

    /// <summary>How many parts there are: as many as an argument says, or as a dim has room for.</summary>
    private static ScalarIr? CountOf(OpCall parts, OpBinding.Each each)
    {
        if (each.Count is not null)
            return Argument(each.Count) is ListIr list ? Int(list.Items.Count) : Argument(each.Count);
        if (Argument(each.Dim) is not ConstantIr { Integer: { } axis })
            return null;
        ScalarIr size = new DimIr(parts.Tensors[0].Value, (int)axis);
        if (each.Size is null)
            return size;
        return Argument(each.Size) is { } part
            ? ScalarFolding.Binary("int", "/", ScalarFolding.Binary("int", "-", ScalarFolding.Binary("int", "+", size, part), Int(1)), part)
            : null;

        ScalarIr? Argument(string name)
            => parts.Scalars.FirstOrDefault(scalar => scalar.Name == name)?.Value ?? parts.Op.Hypers.FirstOrDefault(hyper => hyper.Name == name)?.Default;
    }

    /// <summary>One part.</summary>
    private Term Part(PartsTerm parts, ScalarIr index)
    {
        var call = new OpCall(parts.Operation, parts.Op);
        call.Tensors.AddRange(parts.Tensors);
        call.Scalars.AddRange(parts.Scalars);
        call.Scalars.Add(new NamedScalar(OpBinding.Index, index));
        return Emit(parts.Type, call);
    }

    /// <summary>All parts, where it is known how many there are.</summary>
    private Term Whole(Term term) => term is PartsTerm { KnownCount: { } count } parts
        ? new SequenceTerm(Enumerable.Range(0, count).Select(i => Part(parts, Int(i))).ToImmutableArray())
        : term;

    /// <summary>An element of an array: of sizes and parts by any number, else by a constant one.</summary>
    private Term LowerElement(IArrayElementReferenceOperation element)
    {
        var array = Lower(element.ArrayReference);
        if (array is ListTerm list)
            return element.Indices[0] is IRangeOperation range ? LowerRange(element, list, range) : LowerItem(element, element.ArrayReference, element.Indices[0]);
        if (Scalar(array) is ShapeIr sizes)
            return element.Indices[0] is IRangeOperation dims ? LowerDims(element, dims, sizes) : LowerDim(element, element.Indices[0], sizes);
        if (array is FailedTerm || Number(element.Indices[0]) is not { } index)
            return FailedTerm.Instance;
        return (array, index) switch
        {
            (PartsTerm { Count: { } count } parts, _) when IsFromEnd(element.Indices[0]) => Part(parts, ScalarFolding.Binary("int", "+", count, index)),
            (PartsTerm parts, _) when !IsFromEnd(element.Indices[0]) => Part(parts, index),
            (SequenceTerm { Items: var items }, ConstantIr { Integer: { } number }) when number >= -items.Length && number < items.Length
                => items[(int)(number < 0 ? number + items.Length : number)],
            _ => Unsupported(element),
        };
    }

    /// <summary><c>tensors[1..3]</c> of an array of which it is known one by one what it holds.</summary>
    private Term LowerRange(IOperation place, ListTerm list, IRangeOperation range)
    {
        if (LowerRange(range) is not { Items: var bounds })
            return FailedTerm.Instance;
        if (!list.IsWrittenOut || bounds[0] is not ConstantIr { Integer: { } first } || bounds[1] is not ConstantIr { Integer: { } last })
            return Unsupported(place);
        var count = list.Items.Length;
        var (start, end) = ((int)(first < 0 ? first + count : first), (int)(last < 0 ? last + count : System.Math.Min(last, count)));
        return start >= 0 && start <= end ? list with { Id = _lists++, Items = list.Items.Skip(start).Take(end - start).ToImmutableArray() } : Unsupported(place);
    }
}
