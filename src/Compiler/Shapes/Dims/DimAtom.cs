using System;

namespace NnGen.Compiler.Shapes;

/// <summary>What a polynomial is made of. Two atoms are the same when their keys are.</summary>
internal abstract class DimAtom(string key)
{
    /// <summary>Canonical text; for a symbol its name.</summary>
    public string Key { get; } = key;

    public override string ToString() => Key;
}

/// <summary>A size that has a name. A name that begins with <c>*</c> is the product of a pack's dims.</summary>
internal sealed class SymbolAtom(string name) : DimAtom(name);

/// <summary>A floor division that cannot be carried out.</summary>
internal sealed class FloorAtom(Dim numerator, Dim denominator) : DimAtom($"{Wrap(numerator)}//{Wrap(denominator)}")
{
    public Dim Numerator { get; } = numerator;

    public Dim Denominator { get; } = denominator;

    private static string Wrap(Dim dim) => dim.IsConstant || dim.IsSymbol ? dim.ToString() : $"({dim})";
}

/// <summary>A coefficient times a product of atoms; atoms are sorted by key and repeat for powers.</summary>
internal readonly struct DimTerm(long coefficient, DimAtom[] atoms)
{
    public long Coefficient { get; } = coefficient;

    public DimAtom[] Atoms { get; } = atoms;

    public bool IsConstant => Atoms.Length == 0;

    /// <summary>The atom where there is exactly one.</summary>
    public DimAtom? SingleAtom => Atoms.Length == 1 ? Atoms[0] : null;

    /// <summary>Order of terms: higher degree first, then by name; the constant is last.</summary>
    public static int CompareMonomials(DimTerm left, DimTerm right)
    {
        if (left.Atoms.Length != right.Atoms.Length)
            return right.Atoms.Length.CompareTo(left.Atoms.Length);
        for (var i = 0; i < left.Atoms.Length; i++)
        {
            var order = string.CompareOrdinal(left.Atoms[i].Key, right.Atoms[i].Key);
            if (order != 0)
                return order;
        }

        return 0;
    }

    public static DimTerm operator *(DimTerm left, DimTerm right)
    {
        var atoms = new DimAtom[left.Atoms.Length + right.Atoms.Length];
        left.Atoms.CopyTo(atoms, 0);
        right.Atoms.CopyTo(atoms, left.Atoms.Length);
        Array.Sort(atoms, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new DimTerm(checked(left.Coefficient * right.Coefficient), atoms);
    }
}
