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
        // Parts are computed before they are put in line: a part may use the buffer itself.
        if (pattern.Elements.Count == 1)
            return TryBuild(pattern.Elements[0], out dims);
        var parts = new DimList<TDim>[pattern.Elements.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryBuild(pattern.Elements[i], out parts[i]))
                return false;
        }

        var start = _buffer.Count;
        foreach (var part in parts)
            _buffer.AddRange(part);
        dims = _buffer.Since(start);
        return true;
    }

    private bool TryBuild(ShapeElement element, out DimList<TDim> dims)
    {
        dims = default;
        var start = _buffer.Count;
        switch (element)
        {
            case PackElement { Slot: >= 0 } pack:
                if (!_bindings.HasPack(pack.Slot))
                    return false;
                dims = algebra.Resolve(_bindings.Pack(pack.Slot));
                return true;
            case SizeElement size:
                if (!TryEvaluate(size.Size, out var value))
                    return false;
                var truth = algebra.IsAtLeast(value, algebra.Number(0));
                if (truth == Truth.Refuted)
                    return Fail(_explains ? new DerivedMismatch(ExpressionText.Write(size.Size), algebra.ToDim(value), 0) : null);
                _buffer.Add(value);
                dims = _buffer.Since(start);
                return true;
            case CombinatorElement combinator:
                return TryCombine(combinator, out dims);
            default:
                return false;
        }
    }
}
