using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

// Shapes of inputs against their patterns.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    private readonly List<(SizeElement Element, TDim Value, DimRef At)> _deferred = [];

    private bool MatchInputs(IReadOnlyList<TensorPattern> patterns)
    {
        var next = 0;
        for (var i = 0; i < patterns.Count; i++)
        {
            var count = patterns[i].IsVariadic ? _variadicCount : 1;
            if (count <= 0)
                return Fail(_explains ? new MissingInput(new InputRef(i, 0)) : null);
            for (var item = 0; item < count; item++, next++)
            {
                if (!MatchInput(patterns[i], next, new InputRef(i, item)))
                    return false;
                if (patterns[i].IsVariadic)
                    _bindings.NextItem(contract.Names, algebra);
            }
        }

        return true;
    }

    private bool MatchInput(TensorPattern pattern, int index, InputRef input)
    {
        var dims = _inputs[index];
        if (dims.IsAbsent)
            return pattern.IsOptional || Fail(_explains ? new MissingInput(input) : null);
        if (_types is not null && pattern.Type != ElementType.Any && _types[index] != ElementType.Any && _types[index] != pattern.Type)
            return Fail(_explains ? new TypeMismatch(input, pattern.Type, _types[index]) : null);
        return MatchShape(pattern.Shape, algebra.Resolve(dims), input);
    }

    private bool MatchShape(ShapePattern pattern, DimList<TDim> dims, InputRef input)
    {
        var pack = pattern.PackIndex;
        var fixedCount = CountFixed(pattern);
        // A list of unknown length: the run-time match decides.
        if (fixedCount < 0)
            return Settle(Truth.Unknown, new RankMismatch(input, 0, true, ExpressionText.Write(pattern)));
        if (FindPack(dims) >= 0 && !TryOpenPack(pattern, fixedCount, ref dims))
            return Settle(Truth.Unknown, new RankMismatch(input, fixedCount, pack >= 0, ExpressionText.Write(pattern)));
        var isBroadcast = pack >= 0 && ((PackElement)pattern.Elements[pack]).Broadcasts;
        if (dims.Count < fixedCount || (pack < 0 && dims.Count > fixedCount))
            return Fail(_explains ? new RankMismatch(input, fixedCount, pack >= 0, ExpressionText.Write(pattern)) : null);
        var axis = 0;
        for (var i = 0; i < pattern.Elements.Count; i++)
        {
            if (i != pack)
            {
                if (!MatchElement(pattern.Elements[i], dims, input, ref axis))
                    return false;
                continue;
            }

            var taken = dims.Slice(axis, dims.Count - fixedCount);
            axis += taken.Count;
            var element = (PackElement)pattern.Elements[i];
            if (isBroadcast)
                _broadcasts.Add(new Broadcast(element.Slot, taken, input, fixedCount - i));
            else if (element.Slot >= 0 && !MatchPack(pattern, element, taken, input))
                return false;
        }

        return true;
    }

    /// <summary>How many dims the elements other than the pack take; -1 where that depends on an unknown list.</summary>
    private int CountFixed(ShapePattern pattern)
    {
        var count = 0;
        for (var i = 0; i < pattern.Elements.Count; i++)
        {
            var element = pattern.Elements[i];
            if (element is PackElement)
                continue;
            if (element is not CombinatorElement { Combinator: Combinator.Dims } list)
                count++;
            else if (TryGetList(list.Arguments[0], out var items))
                count += items.Count;
            else
                return -1;
        }

        return count;
    }

    /// <summary>Gives dims to a pack of the shape so that each element of the pattern has its own; false where that is open.</summary>
    private bool TryOpenPack(ShapePattern pattern, int fixedCount, ref DimList<TDim> dims)
    {
        var at = FindPack(dims);
        var before = 0;
        while (before < pattern.Elements.Count && pattern.Elements[before] is not PackElement)
            before++;
        var hasPack = pattern.PackIndex >= 0;
        // Dims that the pattern needs on each side of its pack and that the shape does not show.
        var missingBefore = hasPack ? Math.Max(0, before - at) : 0;
        var missingAfter = hasPack
            ? Math.Max(0, fixedCount - before - (dims.Count - 1 - at))
            : Math.Max(0, fixedCount - (dims.Count - 1));
        if (hasPack && missingBefore + missingAfter == 0)
            return true;
        // Where dims beyond the shape's pack may belong to the pattern's pack or to its other elements, either may be meant.
        if (hasPack && ((missingBefore > 0 && before + dims.Count - 1 - at > fixedCount) || (missingAfter > 0 && at > before)))
            return false;
        if (FindPack(dims.Slice(at + 1, dims.Count - at - 1)) >= 0)
            return false;
        var start = _buffer.Count;
        for (var i = 0; i < missingBefore; i++)
            _buffer.Add(algebra.FreshDim());
        if (hasPack)
            _buffer.Add(algebra.FreshPack(dims[at]));
        for (var i = 0; i < missingAfter; i++)
            _buffer.Add(algebra.FreshDim());
        if (!algebra.TryBindPack(dims[at], _buffer.Since(start)))
            return false;
        dims = algebra.Resolve(dims);
        return true;
    }

    private bool MatchElement(ShapeElement element, DimList<TDim> dims, InputRef input, ref int axis)
    {
        switch (element)
        {
            case SizeElement size:
                return MatchSize(size, dims[axis], new DimRef(input, axis++));
            case CombinatorElement list:
                TryGetList(list.Arguments[0], out var items);
                for (var i = 0; i < items.Count; i++, axis++)
                {
                    if (!RequireEqual(items[i], dims[axis], new DimRef(input, axis), ExpressionText.Write(list.Arguments[0]), null))
                        return false;
                }

                return true;
            default:
                axis++;
                return true;
        }
    }

    private bool MatchSize(SizeElement element, TDim value, DimRef at)
    {
        if (element is { Broadcasts: true, Size: DimExpression broadcast })
        {
            _dimBroadcasts.Add(new DimBroadcast(broadcast.Slot, value, at));
            return true;
        }

        if (element.Size is DimExpression dim)
            return BindOrCompare(dim, value, at);
        if (SolvableDim.Find(element.Size) is { } unknown && !_bindings.HasDim(unknown.Slot) && TrySolve(element.Size, value, out var solution))
            return BindOrCompare(unknown, solution, at);
        if (_hasFailed)
            return false;
        _deferred.Add((element, value, at));
        return true;
    }

    private bool BindOrCompare(DimExpression dim, TDim value, DimRef at)
    {
        if (_bindings.HasDim(dim.Slot))
            return RequireEqual(_bindings.Dim(dim.Slot), value, at, dim.Name, _bindings.SourceOf(dim.Slot));
        _bindings.SetDim(dim.Slot, value, at);
        return true;
    }

    private bool RequireEqual(TDim expected, TDim found, DimRef at, string name, DimRef? source)
    {
        var truth = algebra.Unify(expected, found);
        return truth == Truth.Proven
            || Settle(truth, Matters(truth) ? new SizeMismatch(at, name, algebra.ToDim(expected), algebra.ToDim(found), source) : null);
    }

    /// <summary>The value of the one unbound dim of an expression such as <c>2*K</c>.</summary>
    private bool TrySolve(Expression expression, TDim value, out TDim solution)
    {
        solution = value;
        if (expression is not BinaryExpression binary)
            return true;
        var inLeft = SolvableDim.Find(binary.Left) is { } dim && !_bindings.HasDim(dim.Slot);
        if (!TryEvaluate(inLeft ? binary.Right : binary.Left, out var other))
            return false;
        var rest = value;
        switch (binary.Operator)
        {
            case Operator.Add:
                rest = algebra.Subtract(value, other);
                break;
            case Operator.Subtract:
                rest = inLeft ? algebra.Add(value, other) : algebra.Subtract(other, value);
                break;
            default:
                if (!TryDivide(value, other, expression, out rest))
                    return false;
                break;
        }

        return TrySolve(inLeft ? binary.Left : binary.Right, rest, out solution);
    }

    private bool MatchPack(ShapePattern pattern, PackElement element, DimList<TDim> taken, InputRef input)
    {
        if (!_bindings.HasPack(element.Slot))
        {
            _bindings.SetPack(element.Slot, taken, input);
            return true;
        }

        var expected = algebra.Resolve(_bindings.Pack(element.Slot));
        var truth = UnifyLists(expected, taken);
        return truth == Truth.Proven
            || Settle(truth, Matters(truth) ? new PackMismatch(input, element.Name!, Describe(pattern, expected), _bindings.PackSourceOf(element.Slot)) : null);
    }

    private Truth UnifyLists(DimList<TDim> left, DimList<TDim> right)
    {
        var leftPack = FindPack(left);
        var rightPack = FindPack(right);
        if (leftPack < 0 && rightPack < 0)
            return left.Count == right.Count ? UnifyRange(left, 0, right, 0, left.Count) : Truth.Refuted;
        var lead = Math.Min(leftPack < 0 ? int.MaxValue : leftPack, rightPack < 0 ? int.MaxValue : rightPack);
        var tail = Math.Min(
            leftPack < 0 ? int.MaxValue : left.Count - 1 - leftPack,
            rightPack < 0 ? int.MaxValue : right.Count - 1 - rightPack);
        if (left.Count < lead + tail || right.Count < lead + tail)
            return Truth.Refuted;
        var ends = UnifyRange(left, 0, right, 0, lead).And(UnifyRange(left, left.Count - tail, right, right.Count - tail, tail));
        return ends == Truth.Refuted || UnifyMiddle(left.Slice(lead, left.Count - lead - tail), right.Slice(lead, right.Count - lead - tail))
            ? ends
            : Truth.Unknown;
    }

    /// <summary>What is left between the ends: the same pack, or an open pack that takes what the other side has.</summary>
    private bool UnifyMiddle(DimList<TDim> left, DimList<TDim> right)
    {
        var leftIsPack = left.Count == 1 && algebra.IsPack(left[0]);
        var rightIsPack = right.Count == 1 && algebra.IsPack(right[0]);
        if (leftIsPack && rightIsPack && algebra.ToDim(left[0]) == algebra.ToDim(right[0]))
            return true;
        return (leftIsPack && algebra.TryBindPack(left[0], right)) || (rightIsPack && algebra.TryBindPack(right[0], left));
    }

    private Truth UnifyRange(DimList<TDim> left, int leftStart, DimList<TDim> right, int rightStart, int count)
    {
        var truth = Truth.Proven;
        for (var i = 0; i < count && truth != Truth.Refuted; i++)
            truth = truth.And(algebra.Unify(left[leftStart + i], right[rightStart + i]));
        return truth;
    }

    private int FindPack(DimList<TDim> dims)
    {
        for (var i = 0; i < dims.Count; i++)
        {
            if (algebra.IsPack(dims[i]))
                return i;
        }

        return -1;
    }

    private bool MatchDeferred()
    {
        for (var i = 0; i < _deferred.Count; i++)
        {
            var (element, value, at) = _deferred[i];
            if (!TryEvaluate(element.Size, out var expected))
            {
                if (_hasFailed)
                    return false;
                continue;
            }

            if (element.Broadcasts && algebra.AreEqual(value, algebra.Number(1)) == Truth.Proven)
                continue;
            if (!RequireEqual(expected, value, at, ExpressionText.Write(element.Size), null))
                return false;
        }

        return true;
    }

    /// <summary>What an input must be, its pack being known.</summary>
    private SymbolicShape Describe(ShapePattern pattern, DimList<TDim> pack)
    {
        var dims = new List<Dim>();
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case PackElement:
                    dims.AddRange(Array.ConvertAll(pack.ToArray(), algebra.ToDim));
                    break;
                case SizeElement size:
                    var isKnown = TryEvaluate(size.Size, out var value);
                    dims.Add(isKnown ? algebra.ToDim(value) : Dim.Symbol("_"));
                    break;
                default:
                    dims.Add(Dim.Symbol("_"));
                    break;
            }
        }

        return ConstraintStore.ToShape(new DimList<Dim>(dims.ToArray()));
    }
}
