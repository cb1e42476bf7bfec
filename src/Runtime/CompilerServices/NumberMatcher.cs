using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>Matches a contract with the shapes of tensors that exist. Used by one thread at a time.</summary>
internal sealed class NumberMatcher(Contract contract)
{
    private readonly ContractMatcher<long, NumberAlgebra> _matcher = new(contract, default);
    private readonly HyperValue<long>[] _hypers = new HyperValue<long>[contract.Names.Hypers.Count];
    private DimList<long>[] _inputs = [];
    private long[] _sizes = [];

    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    public BoundOp Match(string expression, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
    {
        if (hypers.Length != _hypers.Length)
            throw new ArgumentException($"The contract '{contract}' takes {_hypers.Length} hyperparameters, not {hypers.Length}.", nameof(hypers));
        for (var i = 0; i < hypers.Length; i++)
            _hypers[i] = hypers[i].ToHyper();
        Copy(inputs);
        for (var i = 0; i < contract.Alternatives.Count; i++)
        {
            if (_matcher.TryMatch(i, _inputs, null, _hypers, explains: false))
                return TryBind(i) ?? throw Error(ArithmeticMismatch.TooLarge, expression, inputs);
        }

        throw Error(Explain(), expression, inputs);
    }

    private void Copy(ReadOnlySpan<Shape?> inputs)
    {
        var total = 0;
        foreach (var input in inputs)
            total += input?.Rank ?? 0;
        if (_sizes.Length < total)
            _sizes = new long[2 * total];
        if (_inputs.Length != inputs.Length)
            _inputs = new DimList<long>[inputs.Length];
        var next = 0;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is not { } shape)
            {
                _inputs[i] = default;
                continue;
            }

            _inputs[i] = new DimList<long>(_sizes, next, shape.Rank);
            foreach (var dim in shape.Dims)
                _sizes[next++] = dim;
        }
    }

    /// <summary>What the last match found; null where a size exceeds an int.</summary>
    private BoundOp? TryBind(int alternative)
    {
        try
        {
            return Bind(alternative);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private BoundOp Bind(int alternative)
    {
        var outputs = new Shape[_matcher.Outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            // Only an absent optional input can leave a name without a size.
            if (_matcher.Outputs[i].IsAbsent)
                throw new ArgumentException($"The contract '{contract}' does not say what '{contract.Outputs[i].Name}' is without every input.");
            outputs[i] = ToShape(_matcher.Outputs[i]);
        }

        var names = contract.Names;
        var bindings = _matcher.Bindings;
        var dims = new int[names.Dims.Count + names.Packs.Count];
        for (var i = 0; i < names.Dims.Count; i++)
            dims[i] = bindings.HasDim(i) ? checked((int)bindings.Dim(i)) : 0;
        for (var i = 0; i < names.Packs.Count; i++)
            dims[names.Dims.Count + i] = bindings.HasPack(i) ? ToShape(bindings.Pack(i)).Count : 0;
        return new BoundOp(contract, outputs, dims, alternative);
    }

    private static Shape ToShape(DimList<long> dims)
    {
        Span<int> sizes = stackalloc int[dims.Count];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = checked((int)dims[i]);
        return Shape.Create(sizes);
    }

    private Mismatch Explain()
    {
        Mismatch? farthest = null;
        for (var i = 0; i < contract.Alternatives.Count; i++)
        {
            _matcher.TryMatch(i, _inputs, null, _hypers, explains: true);
            if (farthest is null || _matcher.Failure!.Progress > farthest.Progress)
                farthest = _matcher.Failure;
        }

        return farthest!;
    }

    private ShapeException Error(Mismatch mismatch, string expression, ReadOnlySpan<Shape?> inputs)
    {
        var shapes = new SymbolicShape?[inputs.Length];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = inputs[i] is { } shape ? SymbolicShape.Of(shape.Dims.ToArray().Select(dim => (Dim)dim)) : null;
        return new ShapeException(ShapeMessages.Write(mismatch, contract, CallSite.Parse(expression), shapes));
    }
}
