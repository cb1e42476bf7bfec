using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Brackets: dims of shapes, and parts of tensors, which are the op that takes ranges, then the op that takes numbers, then one op for each
/// number of which only a call knows what it is, for a list of indices, and for each new dim.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>One dim of a shape.</summary>
    private Term LowerDim(IOperation access, IOperation index, ShapeIr shape)
    {
        var dim = LowerSize(index, shape);
        return dim is ScalarTerm { Scalar: DimIr { Axis: < 0 } } && !IsFromEnd(index) ? FailReference(access) : dim;
    }

    /// <summary>One dim by a number that binding knows, which counts from the end where negative.</summary>
    private Term LowerSize(IOperation axis, ShapeIr shape) => Number(axis) is { } number ? new ScalarTerm(shape.Size(number)) : FailedTerm.Instance;

    /// <summary>Some dims of a shape by constant numbers.</summary>
    private Term LowerDims(IOperation reference, IRangeOperation range, ShapeIr shape)
    {
        if (LowerRange(range) is not { Items: var places })
            return FailedTerm.Instance;
        return shape.IsWhole && places[0] is ConstantIr { Integer: { } first } && places[1] is ConstantIr { Integer: { } last }
            ? new ScalarTerm(new ShapeIr(shape.Value, (int)first, last == int.MaxValue ? null : (int)last))
            : FailReference(reference);
    }

    /// <summary>Where a range starts and ends; null where one is not known, which has been reported.</summary>
    private ListIr? LowerRange(IRangeOperation range)
    {
        var start = range.LeftOperand is null ? Int(0) : Number(range.LeftOperand);
        var end = range.RightOperand is null ? Int(int.MaxValue) : Number(range.RightOperand);
        return start is not null && end is not null ? new ListIr(KnownTypes.Range, EquatableArray.Create(start, end)) : null;
    }

    private Term LowerPart(IPropertyReferenceOperation access, PartBinding binding)
    {
        var receiver = Lower(access.Instance!);
        if (receiver is not TensorTerm { Value: var value })
            return receiver is FailedTerm ? receiver : Unsupported(access);
        if (Items(access.Arguments[0].Value) is not { } written || written.Count(IsEllipsis) > 1)
            return Unsupported(access);
        var items = written.Where(item => !IsInserted(item)).ToList();
        var ranges = new PartCall(binding.Slice, 4);
        var numbers = new PartCall(binding.Select, 2);
        var further = new List<FurtherPart>();
        var dim = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (IsEllipsis(items[i]))
                dim = i + 1 - items.Count;
            else if (!AddItem(access, items[i], dim++, binding, ranges, numbers, further))
                return FailedTerm.Instance;
        }

        var part = Apply(access, numbers, Apply(access, ranges, new TensorTerm(value)));
        for (var i = 0; i < further.Count && part is TensorTerm; i++)
        {
            // The dims that are dropped already do not count.
            var dropped = numbers.Dims.Concat(further.Take(i).Where(item => item.IsDropped).Select(item => item.Dim));
            part = ApplyAt(access, further[i], further[i].Without(dropped), (TensorTerm)part);
        }

        return part is TensorTerm ? Insert(access, binding.Insert, written, part) : part;
    }

    /// <summary>Inserts the dims that <c>null</c> stands for, counted from the end behind an ellipsis.</summary>
    private Term Insert(IPropertyReferenceOperation access, OpModel op, List<IOperation> items, Term part)
    {
        var ellipsis = items.FindIndex(IsEllipsis);
        for (var i = 0; i < items.Count && part is TensorTerm; i++)
        {
            if (!IsInserted(items[i]))
                continue;
            var call = new OpCall(access, op);
            call.Tensors.Add(new TensorArgument(op.Inputs[0].Name, ((TensorTerm)part).Value));
            AddScalar(call, op.Hypers[0].Name, Int(ellipsis >= 0 && i > ellipsis ? -1 - items.Skip(i).Count(IsKept) : items.Take(i).Count(item => IsKept(item) || IsInserted(item))));
            part = Emit(MemberKinds.TypeOf(access.Property), call);
        }

        return part;
    }

    /// <returns>False where the item is not known, which has been reported.</returns>
    private bool AddItem(IPropertyReferenceOperation access, IOperation item, int dim, PartBinding binding, PartCall ranges, PartCall numbers, List<FurtherPart> further)
    {
        if (_context.Known.ElementType(item.Type) == DType.Int64)
        {
            var indices = Lower(item);
            if (indices is TensorTerm { Value: var picked } && further.TrueForAll(part => part.IsDropped))
                further.Add(new FurtherPart(binding.Pick, dim, picked, IsDropped: false));
            else if (indices is not FailedTerm)
                Unsupported(access);
            return indices is TensorTerm;
        }

        if (item.Type?.ToDisplayString() != KnownTypes.Range)
        {
            if (Counted(item) is not { } number)
                return false;
            if (IsKnownWhenCalled(number))
                further.Add(new FurtherPart(binding.SelectAt, dim, Stored(Site(access), SourceText.Statement(access.Syntax), "index", "long", number), IsDropped: true));
            else
                numbers.Add(Int(dim), number);
            return true;
        }

        var range = Lower(item);
        if (range is ScalarTerm { Scalar: ListIr { Items: var places } })
            return IsWhole(places[0], places[1]) || ranges.Add(Int(dim), places[0], places[1], Int(1));
        if (range is not FailedTerm)
            Unsupported(item);
        return false;
    }

    private Term Apply(IPropertyReferenceOperation access, PartCall part, Term term)
    {
        if (part.IsEmpty || term is not TensorTerm { Value: var value })
            return term;
        var call = new OpCall(access, part.Op);
        call.Tensors.Add(new TensorArgument(part.Op.Inputs[0].Name, value));
        call.Scalars.AddRange(part.Scalars);
        return Emit(MemberKinds.TypeOf(access.Property), call);
    }

    private Term ApplyAt(IPropertyReferenceOperation access, FurtherPart part, int dim, TensorTerm term)
    {
        var call = new OpCall(access, part.Op);
        call.Tensors.Add(new TensorArgument(part.Op.Inputs[0].Name, term.Value));
        call.Tensors.Add(new TensorArgument(part.Op.Inputs[1].Name, part.Index));
        AddScalar(call, part.Op.Hypers[0].Name, Int(dim));
        if (!part.IsDropped)
            AddScalar(call, part.Op.Hypers[1].Name, s_true);
        return Emit(MemberKinds.TypeOf(access.Property), call);
    }

    /// <summary>The items in the brackets, without their conversions; null where a list made elsewhere is passed.</summary>
    private static List<IOperation>? Items(IOperation list) => list switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Items(conversion.Operand),
        ICollectionExpressionOperation collection => collection.Elements.Select(Unconverted).ToList(),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Select(Unconverted).ToList(),
        _ => null,
    };

    private static IOperation Unconverted(IOperation item) => item is IConversionOperation { OperatorMethod: not null } conversion ? Unconverted(conversion.Operand) : item;

    private static bool IsEllipsis(IOperation item) => item is IPropertyReferenceOperation { Property: { IsStatic: true, Name: KnownTypes.Ellipsis } };

    /// <summary>Whether an item is a new dim.</summary>
    private static bool IsInserted(IOperation item) => Construction.Unwrap(item).ConstantValue is { HasValue: true, Value: null };

    /// <summary>Whether the dim of an item is there in the part too.</summary>
    private bool IsKept(IOperation item)
        => !IsInserted(item) && !IsEllipsis(item) && (item.Type?.ToDisplayString() == KnownTypes.Range || _context.Known.ElementType(item.Type) == DType.Int64);

    private static bool IsFromEnd(IOperation index) => Unconverted(index) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };

    private static bool IsWhole(ScalarIr start, ScalarIr end) => start is ConstantIr { Integer: 0 } && end is ConstantIr { Integer: int.MaxValue };

    /// <summary>A number as ops take it, which binding must know. Null where it is reported.</summary>
    private ScalarIr? Number(IOperation index)
    {
        var number = Counted(index);
        if (number is null || !IsKnownWhenCalled(number))
            return number;
        Fail(RulesDifferentiability.RunTimeSize, index);
        return null;
    }

    /// <summary>What counts from the end is negative, and the end itself the largest number.</summary>
    private ScalarIr? Counted(IOperation index)
    {
        if (Unconverted(index) is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
            return _scalars.Lower(Unconverted(index));
        return _scalars.Lower(fromEnd.Operand) is { } back
            ? ScalarFolding.Conditional("int", ScalarFolding.Binary("bool", "==", back, Int(0)), Int(int.MaxValue), ScalarFolding.Unary("int", "-", back))
            : null;
    }

    private static ScalarIr Int(int value) => ScalarFolding.Constant("int", value);

    /// <summary>An op that takes its index as a tensor.</summary>
    /// <param name="Op">The op.</param>
    /// <param name="Dim">The dim, counted from the end where negative.</param>
    /// <param name="Index">The index or the indices.</param>
    /// <param name="IsDropped">Whether the dim is dropped.</param>
    private sealed record FurtherPart(OpModel Op, int Dim, int Index, bool IsDropped)
    {
        /// <summary>The dim where others are dropped.</summary>
        public int Without(IEnumerable<int> dropped)
            => Dim < 0 ? Dim + dropped.Count(other => other < 0 && other > Dim) : Dim - dropped.Count(other => other >= 0 && other < Dim);
    }

    /// <summary>An op that is given the same number of entries for each of its hyperparameters.</summary>
    private sealed class PartCall(OpModel op, int count)
    {
        private readonly List<ScalarIr>[] _lists = Enumerable.Range(0, count).Select(_ => new List<ScalarIr>()).ToArray();

        public OpModel Op { get; } = op;

        public bool IsEmpty => _lists[0].Count == 0;

        /// <summary>The dims that it is about.</summary>
        public IEnumerable<int> Dims => _lists[0].Select(dim => (int)((ConstantIr)dim).Integer!);

        public IEnumerable<NamedScalar> Scalars
            => Op.Hypers.Zip(_lists, (hyper, items) => new NamedScalar(hyper.Name, new ListIr(hyper.Type, items.ToEquatableArray())));

        public bool Add(params ScalarIr[] entries)
        {
            for (var i = 0; i < entries.Length; i++)
                _lists[i].Add(entries[i]);
            return true;
        }
    }
}
