namespace NnGen.Compiler.Shapes;

/// <summary>What matching needs of sizes. One matcher serves numbers when a module is bound and polynomials while it is typed.</summary>
internal interface IDimAlgebra<TDim>
{
    TDim Number(long value);

    TDim Add(TDim left, TDim right);

    TDim Subtract(TDim left, TDim right);

    TDim Multiply(TDim left, TDim right);

    TDim FloorDivide(TDim numerator, TDim denominator);

    /// <summary>The number, or null where symbols are left.</summary>
    long? ToNumber(TDim dim);

    /// <summary>The size for messages.</summary>
    Dim ToDim(TDim dim);

    Truth AreEqual(TDim left, TDim right);

    Truth IsAtLeast(TDim left, TDim right);

    Truth Divides(TDim divisor, TDim value);

    /// <summary>As <see cref="AreEqual"/>, but a size that is still open takes the other's value.</summary>
    Truth Unify(TDim left, TDim right);

    /// <summary>Whether the entry of a shape stands for any number of dims.</summary>
    bool IsPack(TDim dim);

    /// <summary>Product of the dims that a pack entry stands for.</summary>
    TDim PackProduct(TDim pack);

    /// <summary>Lets an open pack entry stand for <paramref name="dims"/>; false where it is not open.</summary>
    bool TryBindPack(TDim pack, DimList<TDim> dims);

    /// <summary>A size nothing is known of yet.</summary>
    TDim FreshDim();

    /// <summary>A number nothing is known of, not even its sign.</summary>
    TDim FreshNumber();

    /// <summary>A pack entry nothing is known of yet, named after another one.</summary>
    TDim FreshPack(TDim like);

    /// <summary>The list with what open sizes and packs have become.</summary>
    DimList<TDim> Resolve(DimList<TDim> dims);
}
