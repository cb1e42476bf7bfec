using System;

namespace NnGen.Compiler.Shapes;

/// <summary>Sizes are polynomials, statements about them may stay open.</summary>
internal readonly struct PolynomialAlgebra(ConstraintStore store) : IDimAlgebra<Dim>
{
    public Dim Number(long value) => value;

    public Dim Add(Dim left, Dim right) => left + right;

    public Dim Subtract(Dim left, Dim right) => left - right;

    public Dim Multiply(Dim left, Dim right) => left * right;

    public Dim FloorDivide(Dim numerator, Dim denominator) => Dim.FloorDivide(store.Resolve(numerator), store.Resolve(denominator));

    public long? ToNumber(Dim dim) => store.Resolve(dim).Value;

    public Dim ToDim(Dim dim) => store.Resolve(dim);

    public Truth AreEqual(Dim left, Dim right) => DimComparison.AreEqual(store.Resolve(left), store.Resolve(right), store);

    public Truth IsAtLeast(Dim left, Dim right) => DimComparison.IsAtLeast(store.Resolve(left), store.Resolve(right), store);

    public Truth Divides(Dim divisor, Dim value) => DimComparison.Divides(store.Resolve(divisor), store.Resolve(value), store);

    public Truth Unify(Dim left, Dim right)
    {
        var truth = AreEqual(left, right);
        if (truth != Truth.Unknown)
            return truth;
        var difference = store.Resolve(left - right);
        foreach (var term in difference.Terms)
        {
            if (term.SingleAtom is not SymbolAtom atom || !ConstraintStore.IsOpen(atom.Key))
                continue;
            var rest = Dim.FromTerm(term) - difference;
            if (rest.DivideExactly(term.Coefficient) is { } value && store.TryBind(atom.Key, value))
                return Truth.Proven;
        }

        return Truth.Unknown;
    }

    public bool IsPack(Dim dim) => ConstraintStore.IsPack(dim);

    public Dim PackProduct(Dim pack) => ConstraintStore.PackProduct(pack);

    public bool TryBindPack(Dim pack, DimList<Dim> dims) => store.TryBindPack(pack, dims);

    public Dim FreshDim() => store.FreshDim();

    public Dim FreshNumber() => store.FreshNumber();

    public Dim FreshPack(Dim like) => store.FreshPack(like);

    public DimList<Dim> Resolve(DimList<Dim> dims) => store.Resolve(dims);
}
