namespace NnGen.Compiler.Shapes;

// Rules for results that keep sizes and change which dims there are. Each is false where the result is not known, or where the
// match has failed; arguments are read before the result is built, for both use the buffer.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    private bool TryCombine(CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        var dims = default(DimList<TDim>);
        if (rule.Shapes.Count > 0 && !TryBuild(rule.Shapes[0], out dims))
            return false;
        var arguments = rule.Arguments;
        return rule.Combinator switch
        {
            Combinator.Flatten => TryFlatten(dims, arguments[0], arguments[1], out result),
            Combinator.Unflatten => TryUnflatten(dims, arguments[0], arguments[1], out result),
            Combinator.Permute => TryPermute(dims, arguments[0], out result),
            Combinator.Transpose => TryTranspose(dims, arguments[0], arguments[1], out result),
            Combinator.Squeeze => TrySqueeze(dims, arguments.Count > 0 ? arguments[0] : null, out result),
            Combinator.Unsqueeze => TryUnsqueeze(dims, arguments[0], out result),
            Combinator.Reduce => TryReduce(dims, arguments[0], arguments[1], out result),
            Combinator.Select => TrySelect(dims, arguments[0], arguments[1], out result),
            Combinator.Reshape => TryReshape(dims, arguments[0], out result),
            Combinator.Expand => TryExpand(dims, arguments[0], out result),
            Combinator.Slice => TrySlice(dims, rule, out result),
            Combinator.Narrow => TryNarrow(dims, arguments[0], arguments[1], arguments[2], out result),
            Combinator.Resize => TryResize(dims, arguments[0], arguments[1], out result),
            Combinator.Pad => TryPad(dims, arguments[0], out result),
            Combinator.Repeat => TryRepeat(dims, arguments[0], out result),
            Combinator.Dims => TryGetList(arguments[0], out result) && AreSizes(result),
            Combinator.Broadcast => TryBroadcast(dims, rule, out result),
            Combinator.Concat => TryConcat(rule, out result),
            Combinator.Einsum => TryEinsum(rule, out result),
            Combinator.Split => TrySplit(dims, rule, out result),
            _ => TryStack(rule, out result),
        };
    }

    private bool TryFlatten(DimList<TDim> dims, Expression first, Expression last, out DimList<TDim> result)
    {
        result = default;
        var rank = RankOf(dims);
        if (!TryEvaluate(first, out var from) || !TryEvaluate(last, out var to)
            || !TryFindAxis(dims, from, rank, out var start) || !TryFindAxis(dims, to, rank, out var end))
            return false;
        // Where the first dim is the pack's own, everything from the pack on is flattened.
        if (FindPack(dims) is >= 0 and var pack && algebra.ToNumber(from) == pack)
            start = pack;
        if (start is not { } low || end is not { } high)
            return false;
        if (low > high)
            return FailRule(dims, $"the first dim to flatten, {low}, comes after the last, {high}");
        var product = Product(dims, low, dims.Count == 0 ? 0 : high + 1);
        var at = _buffer.Count;
        _buffer.AddRange(dims.Count == 0 ? dims : dims.Slice(0, low));
        _buffer.Add(product);
        if (dims.Count > 0)
            _buffer.AddRange(dims.Slice(high + 1, dims.Count - high - 1));
        result = _buffer.Since(at);
        return true;
    }

    private bool TryPermute(DimList<TDim> dims, Expression order, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(order, out var axes) || FindPack(dims) >= 0)
            return false;
        if (axes.Count != dims.Count)
            return FailRule(dims, $"an order of {axes.Count} dims does not fit its {dims.Count}");
        if (!TryMarkAxes(dims, order, dims.Count, out _))
            return false;
        var start = _buffer.Count;
        for (var i = 0; i < axes.Count; i++)
        {
            TryFindAxis(dims, axes[i], dims.Count, out var index);
            _buffer.Add(dims[index!.Value]);
        }

        result = _buffer.Since(start);
        return true;
    }

    private bool TryTranspose(DimList<TDim> dims, Expression first, Expression second, out DimList<TDim> result)
    {
        result = default;
        if (!TryEvaluate(first, out var a) || !TryEvaluate(second, out var b)
            || !TryFindAxis(dims, a, RankOf(dims), out var left) || !TryFindAxis(dims, b, RankOf(dims), out var right)
            || left is null || right is null)
            return false;
        var start = _buffer.Count;
        for (var i = 0; i < dims.Count; i++)
            _buffer.Add(dims[i == left ? right.Value : i == right ? left.Value : i]);
        result = _buffer.Since(start);
        return true;
    }

    private bool TrySqueeze(DimList<TDim> dims, Expression? which, out DimList<TDim> result)
    {
        result = default;
        bool[]? marks = null;
        if (which is not null && !IsAbsent(which) && !TryMarkAxes(dims, which, RankOf(dims), out marks))
            return false;
        var start = _buffer.Count;
        for (var i = 0; i < dims.Count; i++)
        {
            var isOne = marks is { } marked && !marked[i] ? Truth.Refuted
                : algebra.IsPack(dims[i]) ? Truth.Unknown
                : algebra.AreEqual(dims[i], algebra.Number(1));
            if (isOne == Truth.Unknown)
                return false;
            if (isOne == Truth.Refuted)
                _buffer.Add(dims[i]);
        }

        result = _buffer.Since(start);
        return true;
    }

    private bool TryUnsqueeze(DimList<TDim> dims, Expression at, out DimList<TDim> result)
    {
        result = default;
        if (!TryEvaluate(at, out var axis) || !TryFindAxis(dims, axis, dims.Count + 1, out var index) || index is not { } place)
            return false;
        result = Insert(dims, place, algebra.Number(1));
        return true;
    }

    private DimList<TDim> Insert(DimList<TDim> dims, int place, TDim dim)
    {
        var start = _buffer.Count;
        _buffer.AddRange(dims.Slice(0, place));
        _buffer.Add(dim);
        _buffer.AddRange(dims.Slice(place, dims.Count - place));
        return _buffer.Since(start);
    }

    private bool TryReduce(DimList<TDim> dims, Expression which, Expression keep, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetFlag(keep, out var keepsDims))
            return false;
        bool[]? marks = null;
        // No dims, or an empty list, is all of them.
        if (!IsAbsent(which) && !(TryGetList(which, out var axes) && axes.Count == 0) && !TryMarkAxes(dims, which, RankOf(dims), out marks))
            return false;
        if (keepsDims && marks is null && FindPack(dims) >= 0)
            return false;
        var start = _buffer.Count;
        for (var i = 0; i < dims.Count; i++)
        {
            var isReduced = marks is not { } marked || marked[i];
            if (!isReduced)
                _buffer.Add(dims[i]);
            else if (keepsDims)
                _buffer.Add(algebra.Number(1));
        }

        result = _buffer.Since(start);
        return true;
    }

    private bool TrySelect(DimList<TDim> dims, Expression which, Expression where, out DimList<TDim> result)
    {
        result = default;
        if (!TryMarkAxes(dims, which, dims.Count, out var marks) || !TryGetList(which, out var axes) || !TryGetList(where, out var indices))
            return false;
        for (var i = 0; i < axes.Count && i < indices.Count; i++)
        {
            TryFindAxis(dims, axes[i], dims.Count, out var axis);
            if (!RequireIndex(dims, axis!.Value, indices[i]))
                return false;
        }

        var start = _buffer.Count;
        for (var i = 0; i < dims.Count; i++)
        {
            if (!marks[i])
                _buffer.Add(dims[i]);
        }

        result = _buffer.Since(start);
        return true;
    }

    private bool RequireIndex(DimList<TDim> dims, int axis, TDim index)
    {
        if (algebra.ToNumber(index) is not { } number)
            return true;
        var needed = number < 0 ? -number : number + 1;
        var truth = algebra.IsAtLeast(dims[axis], algebra.Number(needed));
        return truth == Truth.Proven || Settle(truth, Matters(truth)
            ? new RuleMismatch(ToShape(dims), $"index {number} is out of range for dim {axis} of size {algebra.ToDim(dims[axis])}", $"{algebra.ToDim(dims[axis])} >= {needed}")
            : null);
    }
}
