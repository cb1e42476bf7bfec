using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>What inference found of one call.</summary>
internal sealed class InferenceResult
{
    private readonly Contract _contract;
    private readonly IReadOnlyList<SymbolicShape?> _inputs;
    private readonly IReadOnlyList<Mismatch> _mismatches;

    internal InferenceResult(
        Contract contract,
        IReadOnlyList<SymbolicShape?> inputs,
        Truth truth,
        InferredAlternative inferred,
        int? alternative,
        IReadOnlyList<Mismatch> mismatches)
    {
        _contract = contract;
        _inputs = inputs;
        _mismatches = mismatches;
        Truth = truth;
        Outputs = inferred.Outputs;
        Dims = inferred.Dims;
        Alternative = alternative;
    }

    /// <summary>Whether the shapes fit for all sizes, for none, or are checked when bound.</summary>
    public Truth Truth { get; }

    /// <summary>Shapes of the results, then of saved outputs; unknown ones where refuted, so that one mistake gives one message.</summary>
    public IReadOnlyList<SymbolicShape> Outputs { get; }

    /// <summary>Sizes of the contract's names; for a pack, under its name without <c>*</c>, the product.</summary>
    public IReadOnlyDictionary<string, Dim> Dims { get; }

    /// <summary>The alternative that matches, or null where that is open.</summary>
    public int? Alternative { get; }

    /// <summary>What is wrong or open; empty where nothing can be said, as of an input nothing is known of.</summary>
    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    /// <summary>How a refuted call can be mended; null where that is not evident.</summary>
    public ShapeFix? Fix(CallSite site)
        => Truth == Truth.Refuted && _mismatches.Count == 1 ? ShapeMessages.Fix(_mismatches[0], _contract, site, _inputs) : null;

    /// <summary>
    /// The message of a refuted call, in the words of the exception it would throw; or what must hold for an open one to fit.
    /// </summary>
    /// <param name="site">The user's words for the call.</param>
    /// <param name="matters">Which mismatches are told; null for all.</param>
    public IReadOnlyList<string> Messages(CallSite site, Func<Mismatch, bool>? matters = null)
        => _mismatches
            .Where(mismatch => matters is null || matters(mismatch))
            .Select(mismatch => Truth == Truth.Refuted
                ? ShapeMessages.Write(mismatch, _contract, site, _inputs)
                : ShapeMessages.WriteCondition(mismatch, _contract, site, _inputs))
            .Distinct()
            .ToArray();
}

/// <summary>What one alternative of a contract gives.</summary>
internal sealed record InferredAlternative(IReadOnlyList<SymbolicShape> Outputs, IReadOnlyDictionary<string, Dim> Dims)
{
    public static InferredAlternative Unknown(Contract contract)
        => new(contract.Outputs.Select(_ => SymbolicShape.Unknown).ToArray(), new Dictionary<string, Dim>());

    /// <summary>What both agree on.</summary>
    public InferredAlternative Common(InferredAlternative other)
        => new(
            Outputs.Zip(other.Outputs, (a, b) => a.Equals(b) ? a : SymbolicShape.Unknown).ToArray(),
            Dims.Where(dim => other.Dims.TryGetValue(dim.Key, out var value) && value == dim.Value).ToDictionary(dim => dim.Key, dim => dim.Value));
}
