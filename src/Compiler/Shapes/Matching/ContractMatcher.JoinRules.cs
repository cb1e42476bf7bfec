namespace NnGen.Compiler.Shapes;

// Rules for results that join several shapes.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    private bool TryBroadcast(DimList<TDim> left, CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        return TryBuild(rule.Shapes[1], out var right)
            && TryBroadcast(left, right, SourceOf(rule.Shapes[0]), SourceOf(rule.Shapes[1]), 0, out result);
    }

    private InputRef SourceOf(ShapePattern shape)
        => shape.Elements.Count == 1 && shape.Elements[0] is PackElement pack && _bindings.PackSourceOf(pack.Slot) is { } source ? source : default;

    private bool TryConcat(CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        var first = FirstOf(rule.Variadic!);
        var dims = algebra.Resolve(_inputs[first]);
        if (!TryEvaluate(rule.Arguments[0], out var number) || !TryFindAxis(dims, number, dims.Count, out var axis) || axis is not { } joined)
            return false;
        var total = dims[joined];
        for (var i = 1; i < _variadicCount; i++)
        {
            var other = algebra.Resolve(_inputs[first + i]);
            if (FindPack(dims) >= 0 || FindPack(other) >= 0)
                return false;
            if (!RequireSameExcept(dims, other, joined))
                return false;
            total = algebra.Add(total, other[joined]);
        }

        var sizes = dims.ToArray();
        sizes[joined] = total;
        result = new DimList<TDim>(sizes);
        return true;
    }

    private bool TryStack(CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        var first = FirstOf(rule.Variadic!);
        var dims = algebra.Resolve(_inputs[first]);
        for (var i = 1; i < _variadicCount; i++)
        {
            var other = algebra.Resolve(_inputs[first + i]);
            if (FindPack(dims) >= 0 || FindPack(other) >= 0)
                return false;
            if (!RequireSameExcept(dims, other, -1))
                return false;
        }

        if (!TryEvaluate(rule.Arguments[0], out var number) || !TryFindAxis(dims, number, dims.Count + 1, out var axis) || axis is not { } place)
            return false;
        result = Insert(dims, place, algebra.Number(_variadicCount));
        return true;
    }

    /// <summary>Index of a variadic input's first tensor.</summary>
    private int FirstOf(string variadic)
    {
        var index = 0;
        while (contract.Inputs[index].Name != variadic)
            index++;
        return index;
    }

    private bool RequireSameExcept(DimList<TDim> expected, DimList<TDim> found, int except)
    {
        if (expected.Count != found.Count)
            return FailRule(found, $"the tensors joined must have the same number of dims, and the first is {ToShape(expected)}");
        for (var i = 0; i < expected.Count; i++)
        {
            if (i == except)
                continue;
            var truth = algebra.Unify(expected[i], found[i]);
            if (truth != Truth.Proven && !Settle(truth, Matters(truth)
                ? new RuleMismatch(ToShape(found), $"dim {i} must be {algebra.ToDim(expected[i])} as in the first tensor, {ToShape(expected)}", $"{algebra.ToDim(found[i])} = {algebra.ToDim(expected[i])}")
                : null))
                return false;
        }

        return true;
    }
}
