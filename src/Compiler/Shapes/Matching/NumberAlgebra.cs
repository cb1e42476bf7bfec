using System;

namespace NnGen.Compiler.Shapes;

/// <summary>Sizes are numbers: every statement is decided.</summary>
internal readonly struct NumberAlgebra : IDimAlgebra<long>
{
    public long Number(long value) => value;

    public long Add(long left, long right) => checked(left + right);

    public long Subtract(long left, long right) => checked(left - right);

    public long Multiply(long left, long right) => checked(left * right);

    public long FloorDivide(long numerator, long denominator) => Dim.FloorDivide(numerator, denominator);

    public long? ToNumber(long dim) => dim;

    public Dim ToDim(long dim) => dim;

    public Truth AreEqual(long left, long right) => (left == right).ToTruth();

    public Truth IsAtLeast(long left, long right) => (left >= right).ToTruth();

    public Truth Divides(long divisor, long value) => (divisor != 0 && value % divisor == 0).ToTruth();

    public Truth Unify(long left, long right) => (left == right).ToTruth();

    public bool IsPack(long dim) => false;

    public long PackProduct(long pack) => throw NothingOpen();

    public bool TryBindPack(long pack, DimList<long> dims) => throw NothingOpen();

    public long FreshDim() => throw NothingOpen();

    public long FreshNumber() => throw NothingOpen();

    public long FreshPack(long like) => throw NothingOpen();

    public DimList<long> Resolve(DimList<long> dims) => dims;

    private static InvalidOperationException NothingOpen() => new("Numbers leave nothing open.");
}
