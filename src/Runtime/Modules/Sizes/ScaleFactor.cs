using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Factors of sizes: a number for all dims, or a tuple with one for each.</summary>
public readonly struct ScaleFactor : IEquatable<ScaleFactor>
{
    /// <summary>In front of the numerators and denominators of factors that are no whole numbers.</summary>
    private const int Fractions = -1;

    private readonly double[]? _items;

    private ScaleFactor(params double[] items) => _items = items;

    /// <summary>The factors: one that holds for all dims, or one for each.</summary>
    public ReadOnlySpan<double> Items => _items;

    /// <summary>The same factor for all dims.</summary>
    public static implicit operator ScaleFactor(int factor) => new((double)factor);

    /// <summary>The same factor for all dims.</summary>
    public static implicit operator ScaleFactor(double factor) => new(factor);

    /// <summary>Height and width.</summary>
    public static implicit operator ScaleFactor((double Height, double Width) factors) => new(factors.Height, factors.Width);

    /// <summary>Depth, height and width.</summary>
    public static implicit operator ScaleFactor((double Depth, double Height, double Width) factors)
        => new(factors.Depth, factors.Height, factors.Width);

    /// <summary>
    /// What a shape contract is given: whole factors as they are, others as -1 and then numerator and denominator for each of three
    /// dims.
    /// </summary>
    public static implicit operator ScalarValue(ScaleFactor factors)
    {
        var items = factors._items ?? [];
        if (Array.TrueForAll(items, item => item == Math.Floor(item) && Math.Abs(item) < int.MaxValue))
            return items.Length == 1 ? (int)items[0] : Array.ConvertAll(items, item => (int)item);
        var fractions = new List<int> { Fractions };
        for (var dim = 0; dim < (items.Length == 1 ? 3 : items.Length); dim++)
        {
            var (numerator, denominator) = Fraction(items[items.Length == 1 ? 0 : dim]);
            fractions.AddRange([numerator, denominator]);
        }

        return fractions.ToArray();
    }

    /// <inheritdoc/>
    public static implicit operator ScalarValue(ScaleFactor? factors) => factors is { } given ? given : default(ScalarValue);

    /// <summary>Whether both are the same factors.</summary>
    public static bool operator ==(ScaleFactor left, ScaleFactor right) => left.Equals(right);

    /// <summary>Whether the factors differ.</summary>
    public static bool operator !=(ScaleFactor left, ScaleFactor right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ScaleFactor other) => Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScaleFactor other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>As Python prints it: <c>2.0</c>, <c>(1.5, 2.0)</c>.</summary>
    public override string ToString()
        => Items.Length == 1 ? TorchText.Number(Items[0]) : $"({string.Join(", ", Array.ConvertAll(_items ?? [], TorchText.Number))})";

    /// <summary>The simplest fraction that is the number, by continued fractions.</summary>
    private static (int Numerator, int Denominator) Fraction(double value)
    {
        var (numerator, denominator) = (1.0, 0.0);
        var (lastNumerator, lastDenominator) = (0.0, 1.0);
        for (var rest = Math.Abs(value); ; rest = 1 / (rest - Math.Floor(rest)))
        {
            var whole = Math.Floor(rest);
            var next = (Numerator: (whole * numerator) + lastNumerator, Denominator: (whole * denominator) + lastDenominator);
            if (!(next.Numerator < int.MaxValue) || !(next.Denominator < int.MaxValue))
                break;
            (lastNumerator, lastDenominator, numerator, denominator) = (numerator, denominator, next.Numerator, next.Denominator);
            if (numerator / denominator == Math.Abs(value) || rest == whole)
                break;
        }

        return (Math.Sign(value) * (int)numerator, Math.Max(1, (int)denominator));
    }
}
