using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>Matches contracts with shapes whose sizes are polynomials: what the compiler knows of a call.</summary>
internal sealed class SymbolicInference
{
    private readonly Contract _contract;
    private readonly ConstraintStore _store;
    private readonly ContractMatcher<Dim, PolynomialAlgebra> _matcher;
    private readonly DimList<Dim>[] _inputs;
    private readonly ElementType[]? _types;
    private readonly HyperValue<Dim>[] _hypers;

    private SymbolicInference(
        Contract contract,
        IReadOnlyList<SymbolicShape?> inputs,
        IReadOnlyList<ElementType>? types,
        IReadOnlyDictionary<string, HyperValue<Dim>> hypers,
        ConstraintStore store)
    {
        _contract = contract;
        _store = store;
        _matcher = new ContractMatcher<Dim, PolynomialAlgebra>(contract, new PolynomialAlgebra(store));
        _inputs = inputs.Select(ToList).ToArray();
        _types = types?.ToArray();
        _hypers = contract.Names.Hypers.Select(name => hypers.TryGetValue(name, out var value) ? value : HyperValue<Dim>.Unknown).ToArray();
    }

    /// <summary>Infers one call. Sizes and ranks that <paramref name="store"/> holds open are decided by what the contract needs.</summary>
    /// <param name="inputs">Shapes in the contract's order, a variadic input's one after the other; null where absent.</param>
    /// <param name="types">Element types of the inputs, or null where C# has checked them.</param>
    /// <param name="hypers">Hyperparameters by name; one left out is unknown.</param>
    /// <param name="store">What is known in the method.</param>
    public static InferenceResult Infer(
        Contract contract,
        IReadOnlyList<SymbolicShape?> inputs,
        IReadOnlyList<ElementType>? types,
        IReadOnlyDictionary<string, HyperValue<Dim>> hypers,
        ConstraintStore store)
        => new SymbolicInference(contract, inputs, types, hypers, store).Infer(inputs);

    private InferenceResult Infer(IReadOnlyList<SymbolicShape?> shapes)
    {
        var candidates = new List<(int Index, InferredAlternative Inferred)>();
        Mismatch? farthest = null;
        for (var i = 0; i < _contract.Alternatives.Count; i++)
        {
            var mark = _store.Mark();
            if (Failure(i) is { } failure)
            {
                if (farthest is null || failure.Progress > farthest.Progress)
                    farthest = failure;
                _store.Undo(mark);
                continue;
            }

            // An alternative that holds for all sizes leaves no room for later ones.
            var isProven = HoldsAlways && _store.Mark() == mark;
            if (candidates.Count == 0 && (isProven || i == _contract.Alternatives.Count - 1))
                return Result(shapes, i);
            candidates.Add((i, Read()));
            _store.Undo(mark);
            if (isProven)
                break;
        }

        if (candidates.Count == 0)
            return new InferenceResult(_contract, Resolve(shapes), Truth.Refuted, InferredAlternative.Unknown(_contract), null, [farthest!]);
        if (candidates.Count == 1)
        {
            Match(candidates[0].Index);
            return Result(shapes, candidates[0].Index);
        }

        var common = candidates.Select(candidate => candidate.Inferred).Aggregate((a, b) => a.Common(b));
        return new InferenceResult(_contract, Resolve(shapes), Truth.Unknown, common, null, []);
    }

    private bool HoldsAlways => _matcher.Open.Count == 0 && !_matcher.LeavesOutputOpen;

    /// <summary>Why an alternative does not fit; null where it does, or may.</summary>
    private Mismatch? Failure(int alternative)
        => !Match(alternative) ? _matcher.Failure : HasOpenInput() ? null : _matcher.Open.FirstOrDefault(mismatch => NamedSizes.Contradict(mismatch, _store));

    private bool Match(int alternative) => _matcher.TryMatch(alternative, _inputs, _types, _hypers, explains: true);

    private InferenceResult Result(IReadOnlyList<SymbolicShape?> shapes, int alternative)
    {
        var truth = HoldsAlways ? Truth.Proven : Truth.Unknown;
        var resolved = Resolve(shapes);
        // Of an input that is still open itself there is nothing to say yet.
        IReadOnlyList<Mismatch> open = HasOpenInput() ? [] : _matcher.Open.ToArray();
        return new InferenceResult(_contract, resolved, truth, Read(), alternative, open);
    }

    private InferredAlternative Read()
    {
        var outputs = _matcher.Outputs.Select(output => output.IsAbsent ? SymbolicShape.Unknown : ConstraintStore.ToShape(output)).ToArray();
        var dims = new Dictionary<string, Dim>(StringComparer.Ordinal);
        var bindings = _matcher.Bindings;
        for (var i = 0; i < _contract.Names.Dims.Count; i++)
        {
            if (bindings.HasDim(i))
                dims[_contract.Names.Dims[i]] = _store.Resolve(bindings.Dim(i));
        }

        for (var i = 0; i < _contract.Names.Packs.Count; i++)
        {
            if (bindings.HasPack(i))
                dims[_contract.Names.Packs[i]] = Product(_store.Resolve(bindings.Pack(i)));
        }

        return new InferredAlternative(outputs, dims);
    }

    private static Dim Product(DimList<Dim> dims)
        => Dim.Product(dims.ToArray().Select(dim => ConstraintStore.IsPack(dim) ? ConstraintStore.PackProduct(dim) : dim));

    /// <summary>An unknown shape is one that is open to this call alone.</summary>
    private DimList<Dim> ToList(SymbolicShape? shape) => shape switch
    {
        null => default,
        { IsKnown: false } => ConstraintStore.ToList(_store.FreshShape("x")),
        _ => ConstraintStore.ToList(shape),
    };

    private SymbolicShape?[] Resolve(IReadOnlyList<SymbolicShape?> shapes)
        => shapes.Select(shape => shape is null ? null : _store.Resolve(shape)).ToArray();

    private bool HasOpenInput()
    {
        foreach (var input in _inputs)
        {
            var dims = _store.Resolve(input);
            for (var i = 0; i < dims.Count; i++)
            {
                if (dims[i].Symbols().Any(symbol => symbol.IndexOf('?') >= 0))
                    return true;
            }
        }

        return false;
    }
}
