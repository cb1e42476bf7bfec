using System;
using System.Linq;

namespace NnGen.Compiler.Shapes;

internal sealed partial class Dim
{
    /// <summary>The largest integer not above the quotient.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static long FloorDivide(long numerator, long denominator)
    {
        var quotient = checked(numerator / denominator);
        return numerator % denominator != 0 && (numerator < 0) != (denominator < 0) ? quotient - 1 : quotient;
    }

    /// <summary>Floor division, carried out as far as it can be. Normal form: see <see cref="FloorDivideByNumber"/>.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Dim FloorDivide(Dim numerator, Dim denominator)
    {
        if (denominator.Value is { } number)
            return number < 0 ? FloorDivideByNumber(-numerator, checked(-number)) : FloorDivideByNumber(numerator, number);
        return numerator.DivideExactly(denominator) ?? FromAtom(new FloorAtom(numerator, denominator));
    }

    /// <summary>The smallest integer not below the quotient: there is no atom for it, so that both roundings compare.</summary>
    public static Dim CeilDivide(Dim numerator, Dim denominator) => -FloorDivide(-numerator, denominator);

    /// <summary>The quotient where it is a polynomial, else null.</summary>
    public Dim? DivideExactly(Dim divisor)
    {
        if (divisor._terms.Length == 0)
            return null;
        var rest = this;
        var quotient = Zero;
        var lead = divisor._terms[0];
        while (rest._terms.Length > 0)
        {
            if (DivideTerm(rest._terms[0], lead) is not { } term)
                return null;
            var part = FromTerm(term);
            var next = rest - (part * divisor);
            // The order of terms is no monomial order in all cases: stop where the leading term does not go down.
            if (next._terms.Length > 0 && DimTerm.CompareMonomials(next._terms[0], rest._terms[0]) <= 0)
                return null;
            quotient += part;
            rest = next;
        }

        return quotient;
    }

    /// <summary>
    /// Coefficients are reduced to 0..k-1 (the rest leaves the division), common factors are cancelled, and a division of a
    /// division becomes one: so convolution after convolution stays one fraction.
    /// </summary>
    private static Dim FloorDivideByNumber(Dim numerator, long k)
    {
        if (k == 0)
            throw new DivideByZeroException();
        var whole = FromTerms(numerator._terms.Select(term => new DimTerm(FloorDivide(term.Coefficient, k), term.Atoms)));
        var rest = numerator - (whole * k);
        if (rest.IsConstant)
            return whole;
        var common = rest._terms.Where(term => !term.IsConstant).Aggregate(k, (gcd, term) => Gcd(gcd, term.Coefficient));
        if (common > 1)
        {
            var reduced = FromTerms(rest._terms.Select(term => new DimTerm(FloorDivide(term.Coefficient, common), term.Atoms)));
            return whole + FloorDivideByNumber(reduced, k / common);
        }

        var lead = rest._terms[0];
        if (rest._terms.Length == (rest.ConstantTerm == 0 ? 1 : 2)
            && lead is { Coefficient: 1, SingleAtom: FloorAtom { Denominator.Value: { } inner } floor })
            return whole + FloorDivideByNumber(floor.Numerator + (rest.ConstantTerm * (Dim)inner), checked(inner * k));
        return whole + FromAtom(new FloorAtom(rest, k));
    }

    private static DimTerm? DivideTerm(DimTerm term, DimTerm divisor)
    {
        if (term.Coefficient % divisor.Coefficient != 0)
            return null;
        var atoms = term.Atoms.ToList();
        foreach (var atom in divisor.Atoms)
        {
            var index = atoms.FindIndex(other => other.Key == atom.Key);
            if (index < 0)
                return null;
            atoms.RemoveAt(index);
        }

        return new DimTerm(term.Coefficient / divisor.Coefficient, [.. atoms]);
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return Math.Abs(a);
    }
}
