using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// A size known at compile time: an integer polynomial over symbols and floor divisions, in normal form, so that equal
/// polynomials are equal objects. Arithmetic is checked: <see cref="OverflowException"/> instead of a wrong size.
/// </summary>
internal sealed partial class Dim : IEquatable<Dim>
{
    public static readonly Dim Zero = new([]);
    public static readonly Dim One = Constant(1);

    // Sorted, no two with the same atoms, no zero coefficient.
    private readonly DimTerm[] _terms;

    private Dim(DimTerm[] terms) => _terms = terms;

    public IReadOnlyList<DimTerm> Terms => _terms;

    public bool IsConstant => _terms.Length == 0 || (_terms.Length == 1 && _terms[0].IsConstant);

    /// <summary>The number, or null where symbols are left.</summary>
    public long? Value => _terms.Length == 0 ? 0 : IsConstant ? _terms[0].Coefficient : null;

    public bool IsSymbol => SymbolName is not null;

    /// <summary>The name where this is one symbol and nothing else.</summary>
    public string? SymbolName
        => _terms.Length == 1 && _terms[0].Coefficient == 1 && _terms[0].Atoms.Length == 1 ? (_terms[0].Atoms[0] as SymbolAtom)?.Key : null;

    /// <summary>The term without symbols.</summary>
    public long ConstantTerm => _terms.Length > 0 && _terms[_terms.Length - 1].IsConstant ? _terms[_terms.Length - 1].Coefficient : 0;

    public static Dim Constant(long value) => value == 0 ? Zero : new([new DimTerm(value, [])]);

    public static Dim Symbol(string name) => new([new DimTerm(1, [new SymbolAtom(name)])]);

    public static implicit operator Dim(long value) => Constant(value);

    public static implicit operator Dim(int value) => Constant(value);

    public static Dim operator +(Dim left, Dim right) => FromTerms(left._terms.Concat(right._terms));

    public static Dim operator -(Dim value) => FromTerms(value._terms.Select(term => new DimTerm(checked(-term.Coefficient), term.Atoms)));

    public static Dim operator -(Dim left, Dim right) => left + -right;

    public static Dim operator *(Dim left, Dim right)
        => FromTerms(left._terms.SelectMany(_ => right._terms, (a, b) => a * b));

    public static bool operator ==(Dim? left, Dim? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Dim? left, Dim? right) => !(left == right);

    public static Dim Product(IEnumerable<Dim> dims) => dims.Aggregate(One, (product, dim) => product * dim);

    internal static Dim FromAtom(DimAtom atom) => new([new DimTerm(1, [atom])]);

    internal static Dim FromTerm(DimTerm term) => term.Coefficient == 0 ? Zero : new([term]);

    internal static Dim FromTerms(IEnumerable<DimTerm> terms)
    {
        var sorted = terms.ToArray();
        Array.Sort(sorted, DimTerm.CompareMonomials);
        var result = new List<DimTerm>(sorted.Length);
        foreach (var term in sorted)
        {
            if (result.Count > 0 && DimTerm.CompareMonomials(result[result.Count - 1], term) == 0)
                result[result.Count - 1] = new DimTerm(checked(result[result.Count - 1].Coefficient + term.Coefficient), term.Atoms);
            else
                result.Add(term);
        }

        result.RemoveAll(term => term.Coefficient == 0);
        return result.Count == 0 ? Zero : new Dim(result.ToArray());
    }

    /// <summary>Names of the symbols in it, each once, also those inside floor divisions.</summary>
    public IEnumerable<string> Symbols()
        => _terms.SelectMany(term => term.Atoms).SelectMany(SymbolsOf).Distinct();

    /// <summary>This with symbols replaced; null keeps a symbol.</summary>
    public Dim Substitute(Func<string, Dim?> replacement)
    {
        var sum = Zero;
        var changed = false;
        foreach (var term in _terms)
        {
            var product = Constant(term.Coefficient);
            foreach (var atom in term.Atoms)
            {
                var image = Substitute(atom, replacement);
                changed |= image is not null;
                product *= image ?? FromAtom(atom);
            }

            sum += product;
        }

        return changed ? sum : this;
    }

    /// <summary>Its value where every symbol has one.</summary>
    public long Evaluate(Func<string, long> symbol)
        => _terms.Aggregate(0L, (sum, term) => checked(sum + term.Atoms.Aggregate(
            term.Coefficient,
            (product, atom) => checked(product * Evaluate(atom, symbol)))));

    public bool Equals(Dim? other)
    {
        if (other is null || _terms.Length != other._terms.Length)
            return false;
        for (var i = 0; i < _terms.Length; i++)
        {
            if (_terms[i].Coefficient != other._terms[i].Coefficient || DimTerm.CompareMonomials(_terms[i], other._terms[i]) != 0)
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Dim);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static Dim? Substitute(DimAtom atom, Func<string, Dim?> replacement)
    {
        if (atom is not FloorAtom floor)
            return replacement(atom.Key);
        var numerator = floor.Numerator.Substitute(replacement);
        var denominator = floor.Denominator.Substitute(replacement);
        return ReferenceEquals(numerator, floor.Numerator) && ReferenceEquals(denominator, floor.Denominator)
            ? null
            : FloorDivide(numerator, denominator);
    }

    private static IEnumerable<string> SymbolsOf(DimAtom atom)
        => atom is FloorAtom floor ? floor.Numerator.Symbols().Concat(floor.Denominator.Symbols()) : [atom.Key];

    private static long Evaluate(DimAtom atom, Func<string, long> symbol)
        => atom is FloorAtom floor
            ? FloorDivide(floor.Numerator.Evaluate(symbol), floor.Denominator.Evaluate(symbol))
            : symbol(atom.Key);
}
