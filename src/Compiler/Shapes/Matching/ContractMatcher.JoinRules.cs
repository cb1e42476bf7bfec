using System;
using System.Collections.Generic;
using System.Linq;

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

    private bool TryEinsum(CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(rule.Arguments[0], out var characters) || characters.Count == 0)
            return false;
        var first = FirstOf(rule.Variadic!);
        var operands = new DimList<TDim>[_variadicCount];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = algebra.Resolve(_inputs[first + i]);
        if (Array.Exists(operands, dims => FindPack(dims) >= 0))
            return false;
        var text = new string(Array.ConvertAll(characters.ToArray(), c => (char)algebra.ToNumber(c)!.Value));
        try
        {
            var equation = EinsumEquation.Parse(text);
            if (equation.OperandCount != operands.Length)
                return FailRule(operands[0], $"the equation '{text}' is of {equation.OperandCount} tensors, and {operands.Length} are given");
            var sizes = new Dictionary<int, TDim>();
            for (var i = 0; i < operands.Length; i++)
            {
                if (!TryName(operands[i], equation.Operand(i, operands[i].Count), sizes))
                    return false;
            }

            var start = _buffer.Count;
            foreach (var label in equation.Result(Array.ConvertAll(operands, dims => dims.Count)))
                _buffer.Add(sizes[label]);
            result = _buffer.Since(start);
            return true;
        }
        catch (FormatException exception)
        {
            return FailRule(operands[0], exception.Message);
        }
    }

    /// <summary>Every dim of a label has one size, or 1.</summary>
    private bool TryName(DimList<TDim> dims, int[] labels, Dictionary<int, TDim> sizes)
    {
        var one = algebra.Number(1);
        for (var d = 0; d < labels.Length; d++)
        {
            if (!sizes.TryGetValue(labels[d], out var size) || algebra.AreEqual(size, one) == Truth.Proven)
            {
                sizes[labels[d]] = dims[d];
                continue;
            }

            if (algebra.AreEqual(dims[d], one) == Truth.Proven)
                continue;
            var truth = algebra.Unify(size, dims[d]);
            if (truth != Truth.Proven && !Settle(truth, Matters(truth)
                ? new RuleMismatch(ToShape(dims), $"dim {d} is '{EinsumEquation.Name(labels[d])}', which has size {algebra.ToDim(size)} elsewhere", $"{algebra.ToDim(dims[d])} = {algebra.ToDim(size)}")
                : null))
                return false;
        }

        return true;
    }

    private bool TrySplit(DimList<TDim> dims, CombinatorElement rule, out DimList<TDim> result)
    {
        result = default;
        if (!TryGetList(rule.Arguments[0], out var sizes) || !TryEvaluate(rule.Arguments[1], out var number) || !TryEvaluate(rule.Arguments[2], out var part)
            || algebra.ToNumber(part) is not { } index || !TryFindAxis(dims, number, dims.Count, out var axis) || axis is not { } place)
            return false;
        if (index >= sizes.Count)
            return FailRule(dims, $"it is split into {sizes.Count} parts: there is no part {index}");
        var total = algebra.Number(0);
        for (var i = 0; i < sizes.Count; i++)
            total = algebra.Add(total, sizes[i]);
        var truth = algebra.Unify(total, dims[place]);
        if (truth != Truth.Proven && !Settle(truth, Matters(truth)
            ? new RuleMismatch(ToShape(dims), $"the sizes of the parts add up to {algebra.ToDim(total)}, and dim {place} has {algebra.ToDim(dims[place])}", $"{algebra.ToDim(dims[place])} = {algebra.ToDim(total)}")
            : null))
            return false;
        var parts = dims.ToArray();
        parts[place] = sizes[(int)index];
        result = new DimList<TDim>(parts);
        return AreSizes(result);
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
                ? new RuleMismatch(ToShape(found), $"dim {i} must be {algebra.ToDim(expected[i])} as in the first tensor, {ToShape(expected)}", $"{algebra.ToDim(found[i])} = {algebra.ToDim(expected[i])}", [algebra.ToDim(found[i]), algebra.ToDim(expected[i])])
                : null))
                return false;
        }

        return true;
    }
}
