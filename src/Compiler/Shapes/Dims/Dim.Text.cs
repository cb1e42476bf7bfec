using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NnGen.Compiler.Shapes;

internal sealed partial class Dim
{
    private string? _text;

    /// <summary>For people: <c>64·N + 1</c>, <c>(H - 1)//2 + 1</c>.</summary>
    public override string ToString() => _text ??= Write("·", atom => atom is FloorAtom ? $"({atom.Key})" : atom.Key, atom => atom.Key);

    /// <summary>As C# writes it. Floor division becomes <c>/</c> where the numerator cannot be negative.</summary>
    /// <param name="symbol">Expression for a symbol; a name that begins with <c>*</c> stands for the product of a pack.</param>
    /// <param name="facts">What is known of the symbols; all are at least 1 where null.</param>
    public string ToCSharp(Func<string, string> symbol, DimFacts? facts = null)
    {
        return Write(" * ", Atom, Atom);

        string Atom(DimAtom atom)
        {
            if (atom is not FloorAtom floor)
                return symbol(atom.Key);
            var numerator = floor.Numerator.ToCSharp(symbol, facts);
            var denominator = floor.Denominator.ToCSharp(symbol, facts);
            return DimBounds.Of(floor.Numerator, facts ?? DimFacts.None).Min >= 0 && DimBounds.Of(floor.Denominator, facts ?? DimFacts.None).Min > 0
                ? $"({Wrap(floor.Numerator, numerator)} / {Wrap(floor.Denominator, denominator)})"
                : $"global::NnGen.CompilerServices.DimMath.FloorDivide({numerator}, {denominator})";
        }
    }

    private static string Wrap(Dim dim, string text) => dim.IsConstant || dim.IsSymbol ? text : $"({text})";

    /// <param name="inProduct">Text of an atom that has factors beside it.</param>
    /// <param name="alone">Text of an atom that is a term of its own.</param>
    private string Write(string times, Func<DimAtom, string> inProduct, Func<DimAtom, string> alone)
    {
        if (_terms.Length == 0)
            return "0";
        var text = new StringBuilder();
        foreach (var term in _terms)
        {
            var negative = term.Coefficient < 0;
            if (text.Length > 0)
                text.Append(negative ? " - " : " + ");
            else if (negative)
                text.Append('-');
            var magnitude = term.Coefficient == long.MinValue
                ? "9223372036854775808"
                : Math.Abs(term.Coefficient).ToString(CultureInfo.InvariantCulture);
            var factors = new List<string>();
            if (magnitude != "1" || term.IsConstant)
                factors.Add(magnitude);
            foreach (var atom in term.Atoms)
                factors.Add(term.Atoms.Length == 1 && factors.Count == 0 ? alone(atom) : inProduct(atom));
            text.Append(string.Join(times, factors));
        }

        return text.ToString();
    }
}
