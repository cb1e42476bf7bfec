using System;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>Statements about polynomials: proven for all sizes, refuted for all, or open.</summary>
internal static class DimComparison
{
    public static Truth AreEqual(Dim left, Dim right, DimFacts facts)
    {
        if (left == right)
            return Truth.Proven;
        try
        {
            var difference = facts.Simplify(left - right);
            if (difference.Value is { } number)
                return (number == 0).ToTruth();
            var range = DimBounds.Of(difference, facts);
            if (range.Min > 0 || range.Max < 0 || HasNoRoot(difference))
                return Truth.Refuted;
            return range is { Min: 0, Max: 0 } ? Truth.Proven : Truth.Unknown;
        }
        catch (OverflowException)
        {
            return Truth.Unknown;
        }
    }

    public static Truth IsAtLeast(Dim left, Dim right, DimFacts facts)
    {
        try
        {
            var range = DimBounds.Of(left - right, facts);
            return range.Min >= 0 ? Truth.Proven : range.Max < 0 ? Truth.Refuted : Truth.Unknown;
        }
        catch (OverflowException)
        {
            return Truth.Unknown;
        }
    }

    /// <summary>Whether <paramref name="divisor"/> divides <paramref name="value"/> without rest.</summary>
    public static Truth Divides(Dim divisor, Dim value, DimFacts facts)
    {
        if (divisor == Dim.Zero)
            return Truth.Refuted;
        var simpleDivisor = facts.Simplify(divisor);
        var simple = facts.Simplify(value);
        if (simple.DivideExactly(simpleDivisor) is not null)
            return Truth.Proven;
        if (simpleDivisor.Value is not { } k)
            return Truth.Unknown;
        // Every symbolic term is a multiple of k but the number is not.
        return simple.Terms.All(term => term.IsConstant || term.Coefficient % k == 0) ? Truth.Refuted : Truth.Unknown;
    }

    /// <summary>The symbolic terms are all multiples of a number that does not divide the constant one.</summary>
    private static bool HasNoRoot(Dim difference)
    {
        long common = 0;
        foreach (var term in difference.Terms.Where(term => !term.IsConstant))
            common = Gcd(common, term.Coefficient);
        return common > 1 && difference.ConstantTerm % common != 0;
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return Math.Abs(a);
    }
}
