using System;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>Between which numbers a polynomial stays, as far as that is simple to see.</summary>
internal static class DimBounds
{
    // A floor division is bounded by its numerator's bounds; deeper ones than a network has layers are not looked at.
    private const int MaxDepth = 16;

    public static DimRange Of(Dim dim, DimFacts facts)
    {
        try
        {
            var simple = facts.Simplify(dim);
            return new DimRange(Min(simple, facts, 0), Negate(Min(-simple, facts, 0)));
        }
        catch (OverflowException)
        {
            return new DimRange(null, null);
        }
    }

    private static long? Min(Dim dim, DimFacts facts, int depth)
    {
        if (dim.Value is { } number)
            return number;
        if (depth > MaxDepth)
            return null;
        var byRange = MinByRanges(dim, facts, depth);
        var byFloor = MinByRoundingDown(dim, facts, depth);
        return byRange is { } a && byFloor is { } b ? Math.Max(a, b) : byRange ?? byFloor;
    }

    /// <summary>Counts each atom from its own minimum; then every product of atoms is at least 0.</summary>
    private static long? MinByRanges(Dim dim, DimFacts facts, int depth)
    {
        var shifted = Dim.Zero;
        foreach (var term in dim.Terms)
        {
            var product = Dim.Constant(term.Coefficient);
            foreach (var atom in term.Atoms)
            {
                if (Range(atom, facts, depth).Min is not { } low)
                    return null;
                product *= Dim.FromAtom(atom) + low;
            }

            shifted += product;
        }

        long sum = 0;
        foreach (var term in shifted.Terms)
        {
            if (term.IsConstant)
                sum = checked(sum + term.Coefficient);
            else if (term.Coefficient < 0)
            {
                var most = term.Coefficient;
                foreach (var atom in term.Atoms)
                {
                    var range = Range(atom, facts, depth);
                    if (range.Max is not { } high)
                        return null;
                    most = checked(most * (high - range.Min!.Value));
                }

                sum = checked(sum + most);
            }
        }

        return sum;
    }

    /// <summary>Replaces one floor division a//k by what is surely not above it: (a - k + 1)/k, or a/k under a minus.</summary>
    private static long? MinByRoundingDown(Dim dim, DimFacts facts, int depth)
    {
        var found = dim.Terms.Where(term => term.SingleAtom is FloorAtom { Denominator.Value: > 0 }).ToArray();
        if (found.Length == 0)
            return null;
        var floor = (FloorAtom)found[0].Atoms[0];
        var k = floor.Denominator.Value!.Value;
        var numerator = found[0].Coefficient > 0 ? floor.Numerator - (k - 1) : floor.Numerator;
        var scaled = ((dim - Dim.FromTerm(found[0])) * k) + (found[0].Coefficient * numerator);
        return Min(scaled, facts, depth + 1) is { } low ? -Dim.FloorDivide(-low, k) : null;
    }

    private static DimRange Range(DimAtom atom, DimFacts facts, int depth)
    {
        if (atom is not FloorAtom floor)
            return facts.Range(atom.Key);
        var low = Min(floor.Numerator, facts, depth + 1);
        var high = Negate(Min(-floor.Numerator, facts, depth + 1));
        var divisorLow = Min(floor.Denominator, facts, depth + 1);
        var divisorHigh = Negate(Min(-floor.Denominator, facts, depth + 1));
        if (!(divisorLow > 0))
            return new DimRange(null, null);
        return new DimRange(
            low is { } a ? (a >= 0 ? (divisorHigh is { } d ? Dim.FloorDivide(a, d) : 0) : Dim.FloorDivide(a, divisorLow.Value)) : null,
            high is { } b ? (b >= 0 ? Dim.FloorDivide(b, divisorLow.Value) : -1) : null);
    }

    private static long? Negate(long? value) => value is { } number ? checked(-number) : null;
}
