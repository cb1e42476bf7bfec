using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// What a name in <c>[Shape]</c> promises: that it stands for sizes of every kind, and as the first dim of a batch for any number of
/// samples. What fits only for a few small sizes, or for one number of samples, contradicts that.
/// </summary>
internal static class NamedSizes
{
    /// <summary>From here on sizes are not exceptions: H and H - 2 broadcast for H = 3, but for no image.</summary>
    private const int Usual = 8;

    private static readonly string[] s_batches = ["N", "B", "batch", "Batch", "batchSize"];

    /// <summary>
    /// Whether the name that stands first in a shape of several dims counts samples. An N of one matrix alone may as well count what there is a
    /// fixed number of, as nodes of a graph.
    /// </summary>
    /// <param name="shape">Shape of an input.</param>
    /// <param name="inputs">Shapes of all inputs.</param>
    public static bool IsBatch(SymbolicShape shape, IReadOnlyList<SymbolicShape> inputs)
        => FirstOf(shape) is { } name && s_batches.Contains(name) && shape.Leading.Count + shape.Trailing.Count is > 1 and var dims
            && (name != "N" || dims > 2 || shape.Pack is not null || inputs.Count(input => FirstOf(input) == name) > 1);

    private static string? FirstOf(SymbolicShape shape) => shape.Leading.Count > 0 ? shape.Leading[0].SymbolName : null;

    /// <summary>Whether a condition that is neither proven nor refuted contradicts what names stand for.</summary>
    public static bool Contradict(Mismatch mismatch, ConstraintStore store) => mismatch switch
    {
        SizeMismatch size => Differ(size.Expected, size.Found, store),
        BroadcastMismatch broadcast => Differ(broadcast.LeftSize, broadcast.RightSize, store) && !MayBeOne(broadcast.LeftSize, store) && !MayBeOne(broadcast.RightSize, store),
        RuleMismatch { Sizes: { } sizes, IsMultiple: false } => Differ(sizes[0], sizes[1], store),
        RuleMismatch { Sizes: { } sizes } => CutsSamples(sizes[0], sizes[1], store),
        _ => false,
    };

    private static bool Differ(Dim left, Dim right, ConstraintStore store)
    {
        var symbols = left.Symbols().Concat(right.Symbols()).Distinct().ToList();
        if (symbols.Count == 0 || !symbols.All(store.IsAnySize))
            return false;
        if (IsBatchAlone(left, right, store) || IsBatchAlone(right, left, store))
            return true;
        return DimComparison.AreEqual(left, right, AtLeast(left.IsConstant || right.IsConstant ? 2 : Usual, symbols)) == Truth.Refuted;
    }

    /// <summary>Whether a number of samples would have to be a size that has nothing to do with it.</summary>
    private static bool IsBatchAlone(Dim left, Dim right, ConstraintStore store)
        => left.Terms.Count == 1 && left.Terms[0].Atoms.Length == 1 && left.Symbols().All(symbol => store.IsBatch(symbol) && !right.Symbols().Contains(symbol)) && right != Dim.One;

    private static bool MayBeOne(Dim size, ConstraintStore store)
    {
        var symbols = size.Symbols().ToList();
        return DimComparison.AreEqual(size, Dim.One, AtLeast(symbols.All(store.IsBatch) ? 2 : Usual, symbols)) != Truth.Refuted;
    }

    /// <summary>Whether elements are divided into rows such that samples would have to be cut: 256·N into rows of 400.</summary>
    private static bool CutsSamples(Dim total, Dim row, ConstraintStore store)
    {
        if (row.Value is not { } length || total.Terms.Count != 1 || !total.Symbols().All(store.IsAnySize))
            return false;
        var sample = total.Terms[0].Coefficient;
        return sample % length != 0 && length % sample != 0;
    }

    private static DimFacts AtLeast(int min, IEnumerable<string> symbols)
    {
        var facts = new DimFacts();
        foreach (var symbol in symbols)
            facts.Assume(symbol, min);
        return facts;
    }
}
