namespace NnGen.Compiler.Shapes;

// Arguments of the rules for results: dims, lists of dims, flags.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    /// <summary>The items of a list argument; a number stands for a list of one. False where it is unknown or absent.</summary>
    private bool TryGetList(Expression argument, out DimList<TDim> items)
    {
        items = default;
        if (argument is HyperExpression { Item: null } hyper)
        {
            var given = _hypers[hyper.Slot];
            if (given.Kind == HyperKind.List)
                items = new DimList<TDim>(given.Items!);
            if (given.Kind != HyperKind.Number)
                return given.Kind == HyperKind.List;
        }

        var start = _buffer.Count;
        var list = argument as ListExpression;
        for (var i = 0; i < (list?.Items.Count ?? 1); i++)
        {
            if (!TryEvaluate(list is null ? argument : list.Items[i], out var value))
                return false;
            _buffer.Add(value);
        }

        items = _buffer.Since(start);
        return true;
    }

    private bool IsAbsent(Expression argument)
        => argument is HyperExpression { Item: null } hyper && _hypers[hyper.Slot].Kind == HyperKind.Absent;

    /// <summary>The entry of a list that a dim number means, counted from the end where negative.</summary>
    /// <param name="count">How many numbers are allowed: the rank, or one more where a dim is inserted.</param>
    /// <param name="index">Null where a pack or an unknown number hides it.</param>
    private bool TryFindAxis(DimList<TDim> dims, TDim axis, int count, out int? index)
    {
        index = null;
        if (algebra.ToNumber(axis) is not { } number)
            return true;
        var pack = FindPack(dims);
        if (pack >= 0)
        {
            if (number >= 0 && number < pack)
                index = (int)number;
            else if (number < 0 && number >= pack + 1 - count)
                index = (int)number + count;
            return true;
        }

        if (number < -count || number >= count)
            return FailRule(dims, count == 0 ? $"it has no dim {number}" : $"dim {number} is out of range, which is {-count} to {count - 1}");
        index = (int)(number < 0 ? number + count : number);
        return true;
    }

    private bool FailRule(DimList<TDim> dims, string reason)
        => Fail(_explains ? new RuleMismatch(ToShape(dims), reason) : null);

    /// <summary>How many dims can be named: a scalar counts as one dim, as in PyTorch.</summary>
    private static int RankOf(DimList<TDim> dims) => dims.Count == 0 ? 1 : dims.Count;

    /// <summary>Marks each dim that a list names; false where one is out of range, named twice or unknown.</summary>
    private bool TryMarkAxes(DimList<TDim> dims, Expression argument, int rank, out bool[] marks)
    {
        marks = new bool[rank];
        if (!TryGetList(argument, out var axes))
            return false;
        for (var i = 0; i < axes.Count; i++)
        {
            if (!TryFindAxis(dims, axes[i], rank, out var index) || index is not { } known)
                return false;
            if (marks[known])
                return FailRule(dims, $"dim {known} is named twice");
            marks[known] = true;
        }

        return true;
    }

    private bool TryGetFlag(Expression argument, out bool flag)
    {
        var truth = Holds(argument);
        flag = truth == Truth.Proven;
        return truth != Truth.Unknown;
    }
}
