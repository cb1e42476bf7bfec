namespace NnGen.Compiler.Shapes;

// Rules for results that compute sizes.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    private bool TryReshape(DimList<TDim> dims, Expression sizes, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(sizes, out var wanted) || !TryFill(dims, Product(dims, 0, dims.Count), wanted, out var open, out var rest))
            return false;
        var start = _buffer.Count;
        AddFilled(wanted, open, rest);
        result = _buffer.Since(start);
        return AreSizes(result);
    }

    private bool TryUnflatten(DimList<TDim> dims, Expression at, Expression sizes, out DimList<TDim> result)
    {
        result = default;
        if (!TryEvaluate(at, out var axis) || !TryGetList(sizes, out var wanted)
            || !TryFindAxis(dims, axis, dims.Count, out var index) || index is not { } place
            || !TryFill(dims, dims[place], wanted, out var open, out var rest))
            return false;
        var start = _buffer.Count;
        _buffer.AddRange(dims.Slice(0, place));
        AddFilled(wanted, open, rest);
        _buffer.AddRange(dims.Slice(place + 1, dims.Count - place - 1));
        result = _buffer.Since(start);
        return AreSizes(result);
    }

    /// <summary>Requires that sizes have a number of elements.</summary>
    /// <param name="dims">The shape they replace, for messages.</param>
    /// <param name="total">How many elements.</param>
    /// <param name="wanted">The sizes, one of which may be -1.</param>
    /// <param name="open">Which one is -1; -1 where none is.</param>
    /// <param name="rest">Its size.</param>
    private bool TryFill(DimList<TDim> dims, TDim total, DimList<TDim> wanted, out int open, out TDim rest)
    {
        open = -1;
        rest = default!;
        var known = algebra.Number(1);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (algebra.ToNumber(wanted[i]) != -1)
                known = algebra.Multiply(known, wanted[i]);
            else if (open >= 0)
                return FailRule(dims, "one size only can be -1");
            else
                open = i;
        }

        var truth = open < 0 ? algebra.Unify(known, total) : algebra.Divides(known, total);
        if (!Settle(truth, Matters(truth) ? new RuleMismatch(ToShape(dims), CountReason(wanted, known, total, open >= 0), CountCondition(known, total, open >= 0), [algebra.ToDim(total), algebra.ToDim(known)], open >= 0) : null))
            return false;
        rest = open < 0 ? known : algebra.FloorDivide(total, known);
        return true;
    }

    private void AddFilled(DimList<TDim> wanted, int open, TDim rest)
    {
        for (var i = 0; i < wanted.Count; i++)
            _buffer.Add(i == open ? rest : wanted[i]);
    }

    private string CountReason(DimList<TDim> wanted, TDim known, TDim total, bool isMultiple)
        => IsOpen(total) || IsOpen(known)
            ? $"its elements do not fill {ToShape(wanted)}"
            : $"its {algebra.ToDim(total)} elements do not fill {ToShape(wanted)}, which has {(isMultiple ? "a multiple of " : "")}{algebra.ToDim(known)}";

    /// <summary>Whether a size depends on one without a name.</summary>
    private bool IsOpen(TDim size)
    {
        foreach (var symbol in algebra.ToDim(size).Symbols())
        {
            if (ConstraintStore.IsOpen(symbol))
                return true;
        }

        return false;
    }

    private string CountCondition(TDim known, TDim total, bool isMultiple)
        => $"{algebra.ToDim(total)} {(isMultiple ? "is a multiple of" : "=")} {algebra.ToDim(known)}";

    private bool AreSizes(DimList<TDim> sizes)
    {
        for (var i = 0; i < sizes.Count; i++)
        {
            if (!algebra.IsPack(sizes[i]) && algebra.IsAtLeast(sizes[i], algebra.Number(0)) == Truth.Refuted)
                return FailRule(sizes, $"{algebra.ToDim(sizes[i])} is no size");
        }

        return true;
    }

    private bool TryExpand(DimList<TDim> dims, Expression sizes, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(sizes, out var wanted) || FindPack(dims) >= 0)
            return false;
        var added = wanted.Count - dims.Count;
        if (added < 0)
            return FailRule(dims, $"it cannot be expanded to {wanted.Count} dims");
        var start = _buffer.Count;
        for (var i = 0; i < wanted.Count; i++)
        {
            var keeps = algebra.ToNumber(wanted[i]) == -1;
            if (i < added && keeps)
                return FailRule(dims, $"the new dim {i} needs a size, not -1");
            if (i >= added && !keeps && !RequireExpandable(dims, i - added, wanted[i]))
                return false;
            _buffer.Add(keeps ? dims[i - added] : wanted[i]);
        }

        result = _buffer.Since(start);
        return AreSizes(result);
    }

    private bool RequireExpandable(DimList<TDim> dims, int axis, TDim size)
    {
        var truth = algebra.AreEqual(dims[axis], size).Or(algebra.AreEqual(dims[axis], algebra.Number(1)));
        return Settle(truth, Matters(truth)
            ? new RuleMismatch(ToShape(dims), $"dim {axis} of size {algebra.ToDim(dims[axis])} cannot be expanded to {algebra.ToDim(size)}", $"{algebra.ToDim(dims[axis])} is {algebra.ToDim(size)} or 1")
            : null);
    }

    private bool TrySlice(DimList<TDim> dims, CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        if (!TryMarkAxes(dims, rule.Arguments[0], dims.Count, out _) || !TryGetList(rule.Arguments[0], out var axes)
            || !TryGetList(rule.Arguments[1], out var starts) || !TryGetList(rule.Arguments[2], out var ends)
            || !TryGetList(rule.Arguments[3], out var steps))
            return false;
        if (starts.Count != axes.Count || ends.Count != axes.Count || steps.Count != axes.Count)
            return FailRule(dims, $"{axes.Count} dims need as many starts, ends and steps");
        var sizes = dims.ToArray();
        for (var i = 0; i < axes.Count; i++)
        {
            TryFindAxis(dims, axes[i], dims.Count, out var axis);
            if (!TrySliceDim(dims, axis!.Value, starts[i], ends[i], steps[i], out sizes[axis.Value]))
                return false;
        }

        result = new DimList<TDim>(sizes);
        return true;
    }

    private bool TrySliceDim(DimList<TDim> dims, int axis, TDim first, TDim last, TDim step, out TDim size)
    {
        size = dims[axis];
        var from = FromEnd(first, size);
        var to = algebra.ToNumber(last) >= int.MaxValue ? size : FromEnd(last, size);
        var length = algebra.Subtract(to, from);
        var zero = algebra.Number(0);
        if (algebra.IsAtLeast(step, algebra.Number(1)) == Truth.Refuted)
            return FailRule(dims, $"step {algebra.ToDim(step)} is below 1");
        if (!IsRange(dims, axis, from, to))
            return false;
        size = algebra.Subtract(zero, algebra.FloorDivide(algebra.Subtract(zero, length), step));
        return true;
    }

    private bool IsRange(DimList<TDim> dims, int axis, TDim from, TDim to)
    {
        var (zero, size) = (algebra.Number(0), dims[axis]);
        var truth = algebra.IsAtLeast(from, zero).And(algebra.IsAtLeast(algebra.Subtract(to, from), zero)).And(algebra.IsAtLeast(size, to));
        return Settle(truth, Matters(truth)
            ? new RuleMismatch(ToShape(dims), $"{algebra.ToDim(from)}..{algebra.ToDim(to)} is out of range for dim {axis} of size {algebra.ToDim(size)}", $"0 <= {algebra.ToDim(from)} <= {algebra.ToDim(to)} <= {algebra.ToDim(size)}")
            : null);
    }

    private bool TryNarrow(DimList<TDim> dims, Expression at, Expression start, Expression count, out DimList<TDim> result)
    {
        result = default;
        if (!TryEvaluate(at, out var axis) || !TryEvaluate(start, out var first) || !TryEvaluate(count, out var length)
            || !TryFindAxis(dims, axis, dims.Count, out var index) || index is not { } place)
            return false;
        var from = FromEnd(first, dims[place]);
        if (!IsRange(dims, place, from, algebra.Add(from, length)))
            return false;
        var sizes = dims.ToArray();
        sizes[place] = length;
        result = new DimList<TDim>(sizes);
        return true;
    }

    private TDim FromEnd(TDim index, TDim size) => algebra.ToNumber(index) < 0 ? algebra.Add(index, size) : index;

    private bool TryResize(DimList<TDim> dims, Expression at, Expression to, out DimList<TDim> result)
    {
        result = default;
        if (!TryEvaluate(at, out var axis) || !TryEvaluate(to, out var size)
            || !TryFindAxis(dims, axis, dims.Count, out var index) || index is not { } place)
            return false;
        var sizes = dims.ToArray();
        sizes[place] = size;
        result = new DimList<TDim>(sizes);
        return AreSizes(result);
    }

    private bool TryPad(DimList<TDim> dims, Expression amounts, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(amounts, out var pairs))
            return false;
        if (pairs.Count % 2 != 0)
            return FailRule(dims, "amounts of padding come in pairs");
        var padded = pairs.Count / 2;
        var pack = FindPack(dims);
        if (pack >= 0 && dims.Count - 1 - pack < padded)
            return false;
        if (padded > dims.Count)
            return FailRule(dims, $"{padded} dims cannot be padded");
        var sizes = dims.ToArray();
        for (var i = 0; i < padded; i++)
        {
            ref var size = ref sizes[sizes.Length - 1 - i];
            size = algebra.Add(size, algebra.Add(pairs[2 * i], pairs[(2 * i) + 1]));
        }

        result = new DimList<TDim>(sizes);
        return AreSizes(result);
    }

    private bool TryRepeat(DimList<TDim> dims, Expression times, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(times, out var counts) || FindPack(dims) >= 0)
            return false;
        var added = counts.Count - dims.Count;
        if (added < 0)
            return FailRule(dims, $"{counts.Count} counts are too few for its {dims.Count} dims");
        var start = _buffer.Count;
        for (var i = 0; i < counts.Count; i++)
            _buffer.Add(i < added ? counts[i] : algebra.Multiply(counts[i], dims[i - added]));
        result = _buffer.Since(start);
        return AreSizes(result);
    }
}
