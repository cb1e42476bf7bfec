using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>The values a size can take; null is no bound.</summary>
internal readonly struct DimRange(long? min, long? max)
{
    public long? Min { get; } = min;

    public long? Max { get; } = max;
}

/// <summary>What is known of symbols: a range, and for some of them a polynomial that they equal.</summary>
internal class DimFacts
{
    public static readonly DimFacts None = new();

    private readonly Dictionary<string, DimRange> _ranges = [];
    private readonly Dictionary<string, Dim> _equations = [];

    /// <summary>States a range; what was known before stays true.</summary>
    public void Assume(string symbol, long? min = null, long? max = null, long multipleOf = 1)
    {
        var known = Range(symbol);
        _ranges[symbol] = new DimRange(min > known.Min || known.Min is null ? min ?? known.Min : known.Min, max < known.Max || known.Max is null ? max ?? known.Max : known.Max);
        if (multipleOf <= 1)
            return;
        var part = $"{symbol}//{multipleOf}";
        var range = Range(symbol);
        _ranges[part] = new DimRange(
            range.Min is { } low ? -Dim.FloorDivide(-low, multipleOf) : null,
            range.Max is { } high ? Dim.FloorDivide(high, multipleOf) : null);
        _equations[symbol] = multipleOf * Dim.Symbol(part);
    }

    /// <summary>States that a symbol may be any number: a hyperparameter that is no size, such as a padding.</summary>
    public void AssumeAnything(string symbol) => _ranges[symbol] = new DimRange(null, null);

    /// <summary>States an equation, e.g. <c>channels = heads * headDim</c>.</summary>
    public void Equate(string symbol, Dim value) => _equations[symbol] = value.Substitute(Replacement);

    /// <summary>Whether nothing is stated of a symbol.</summary>
    public bool IsFree(string symbol) => !_ranges.ContainsKey(symbol) && !_equations.ContainsKey(symbol);

    public DimRange Range(string symbol) => _ranges.TryGetValue(symbol, out var range) ? range : new DimRange(1, null);

    /// <summary>A polynomial with all equations applied: what comparisons look at. Never shown.</summary>
    public Dim Simplify(Dim dim)
    {
        if (_equations.Count == 0)
            return dim;
        // Equations may refer to each other; a chain is at most as long as there are equations.
        for (var i = 0; i < _equations.Count; i++)
        {
            var next = dim.Substitute(Replacement);
            if (ReferenceEquals(next, dim))
                break;
            dim = next;
        }

        return dim;
    }

    private Dim? Replacement(string symbol) => _equations.TryGetValue(symbol, out var value) ? value : null;
}
