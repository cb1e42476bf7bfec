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
    private Term LowerParts(IInvocationOperation call, OpBinding binding, string? count)
    {
        if (Bound(binding, call, call.Instance, call.Arguments.Select(a => (a.Parameter!, a.Value))) is not { } parts)
            return FailedTerm.Instance;
        return new PartsTerm(parts, ((IArrayTypeSymbol)call.Type!).ElementType, parts.Scalars.FirstOrDefault(s => s.Name == count)?.Value switch
        {
            ConstantIr { Integer: { } number } => (int)number,
            ListIr list => list.Items.Count,
            _ => null,
        });
    }

    /// <summary>One part.</summary>
    private Term Part(PartsTerm parts, ScalarIr index)
    {
        var call = new OpCall(parts.Call.Operation, parts.Call.Op);
        call.Tensors.AddRange(parts.Call.Tensors);
        call.Scalars.AddRange(parts.Call.Scalars);
        call.Scalars.Add(new NamedScalar(OpBinding.Index, index));
        return Emit(parts.Type, call);
    }

    /// <summary>All parts, where it is known how many there are.</summary>
    private Term Whole(Term term) => term is PartsTerm { Count: { } count } parts
        ? new SequenceTerm(Enumerable.Range(0, count).Select(i => Part(parts, Int(i))).ToImmutableArray())
        : term;

    /// <summary>An element of an array: of parts by any number, else by a constant one.</summary>
    private Term LowerElement(IArrayElementReferenceOperation element)
    {
        var array = Lower(element.ArrayReference);
        if (array is ListTerm)
            return LowerItem(element, element.ArrayReference, element.Indices[0]);
        if (array is FailedTerm || Number(element.Indices[0]) is not { } index)
            return FailedTerm.Instance;
        if (IsFromEnd(element.Indices[0]))
            array = Whole(array);
        return (array, index) switch
        {
            (PartsTerm parts, _) when !IsFromEnd(element.Indices[0]) => Part(parts, index),
            (SequenceTerm { Items: var items }, ConstantIr { Integer: { } number }) when number >= -items.Length && number < items.Length
                => items[(int)(number < 0 ? number + items.Length : number)],
            _ => Unsupported(element),
        };
    }

    /// <param name="Call">The op, without the number of a part.</param>
    /// <param name="Type">Type of a part.</param>
    /// <param name="Count">How many there are, where that is known.</param>
    private sealed record PartsTerm(OpCall Call, ITypeSymbol Type, int? Count) : Term;
}
