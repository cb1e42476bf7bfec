using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

// Shapes of outputs.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    private bool BuildOutputs(IReadOnlyList<TensorPattern> patterns)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            Outputs[i] = default;
            if (TryBuild(patterns[i].Shape, out var dims))
                Outputs[i] = algebra.Resolve(dims);
            else if (_hasFailed)
                return false;
            else
                LeavesOutputOpen |= !patterns[i].Shape.IsAnonymous;
        }

        return true;
    }

    /// <summary>The dims of a pattern; false where they are not known, or where the match has failed.</summary>
    private bool TryBuild(ShapePattern pattern, out DimList<TDim> dims)
    {
        dims = default;
        var elements = pattern.Elements;
        if (elements.Count == 1 && elements[0] is CombinatorElement only)
            return TryCombine(only, out dims);
        // A rule uses the buffer itself, so all rules are applied before anything is put in line.
        DimList<TDim>[]? rules = null;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] is CombinatorElement rule && !TryCombine(rule, out (rules ??= new DimList<TDim>[elements.Count])[i]))
                return false;
        }

        var start = _buffer.Count;
        for (var i = 0; i < elements.Count; i++)
        {
            if (rules is not null && !rules[i].IsAbsent)
                _buffer.AddRange(rules[i]);
            else if (!TryAppend(elements[i]))
                return false;
        }

        dims = _buffer.Since(start);
        return true;
    }

    private bool TryAppend(ShapeElement element)
    {
        switch (element)
        {
            case PackElement { Slot: >= 0 } pack when _bindings.HasPack(pack.Slot):
                _buffer.AddRange(algebra.Resolve(_bindings.Pack(pack.Slot)));
                return true;
            case SizeElement size when TryEvaluate(size.Size, out var value):
                if (algebra.IsAtLeast(value, algebra.Number(0)) == Truth.Refuted)
                    return Fail(_explains ? new DerivedMismatch(ExpressionText.Write(size.Size), algebra.ToDim(value), 0) : null);
                _buffer.Add(value);
                return true;
            default:
                return false;
        }
    }
}
