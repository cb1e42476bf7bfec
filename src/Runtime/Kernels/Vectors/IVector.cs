using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>
/// A vector of floats of one width. Kernels and pointwise ops are written once over this interface and compiled for each
/// width: <see cref="Vec512"/>, <see cref="Vec256"/>, <see cref="Vec128"/>, and <see cref="Vec1"/>, the scalar. Every member
/// but the two across lanes computes lane by lane and gives the same bits at every width, so that a value does not depend on
/// its position in an array.
/// </summary>
/// <remarks>
/// Comparisons give masks: lanes of all ones or all zeros bits, for <see cref="Select"/>, <see cref="And"/> and
/// <see cref="AndNot"/>. The accuracy of the functions is stated on each; it is asserted against double precision by tests, and holds where
/// the processor has a multiply-add instruction; without one <see cref="Pow"/> loses two digits.
/// </remarks>
/// <typeparam name="TSelf">The vector itself.</typeparam>
public unsafe interface IVector<TSelf>
    where TSelf : struct, IVector<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Zero in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>One in every lane.</summary>
    static virtual TSelf One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSelf.Create(1f);
    }

    /// <summary><paramref name="value"/> in every lane.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Reads <see cref="Count"/> floats, aligned or not.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Writes <see cref="Count"/> floats, aligned or not.</summary>
    static abstract void Store(float* target, TSelf value);

    /// <summary>The mask of the first <paramref name="count"/> lanes; of all lanes where there are no more.</summary>
    static abstract TSelf FirstLanes(int count);

    /// <summary>Reads the lanes of a mask and touches no memory outside them; the other lanes are zero.</summary>
    static abstract TSelf Load(float* source, TSelf mask);

    /// <summary>Writes the lanes of a mask and touches no memory outside them.</summary>
    static abstract void Store(float* target, TSelf mask, TSelf value);

    /// <summary>Sum of two vectors.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary>Difference of two vectors.</summary>
    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>Product of two vectors.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>Quotient of two vectors.</summary>
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>The sign flipped, also that of zero and NaN.</summary>
    static abstract TSelf operator -(TSelf a);

    /// <summary><c>a * b + c</c>, rounded once where the processor has such an instruction (every x86-64-v3 and Arm64 one).</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary><c>a &gt; b ? a : b</c>: the second operand where either is NaN. One instruction.</summary>
    static abstract TSelf Larger(TSelf a, TSelf b);

    /// <summary><c>a &lt; b ? a : b</c>: the second operand where either is NaN. One instruction.</summary>
    static abstract TSelf Smaller(TSelf a, TSelf b);

    /// <summary>The larger of two; NaN where either is NaN, as in PyTorch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Max(TSelf a, TSelf b) => TSelf.Select(TSelf.Equal(b, b), TSelf.Larger(b, a), b);

    /// <summary>The smaller of two; NaN where either is NaN, as in PyTorch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Min(TSelf a, TSelf b) => TSelf.Select(TSelf.Equal(b, b), TSelf.Smaller(b, a), b);

    /// <summary>Absolute value.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>Square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>Largest integer not above.</summary>
    static abstract TSelf Floor(TSelf a);

    /// <summary>Smallest integer not below.</summary>
    static abstract TSelf Ceiling(TSelf a);

    /// <summary>Nearest integer, halves to even.</summary>
    static abstract TSelf Round(TSelf a);

    /// <summary>The integer part.</summary>
    static abstract TSelf Truncate(TSelf a);

    /// <summary>Mask of <c>a &gt; b</c>.</summary>
    static abstract TSelf GreaterThan(TSelf a, TSelf b);

    /// <summary>Mask of <c>a &gt;= b</c>.</summary>
    static abstract TSelf GreaterThanOrEqual(TSelf a, TSelf b);

    /// <summary>Mask of <c>a &lt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LessThan(TSelf a, TSelf b) => TSelf.GreaterThan(b, a);

    /// <summary>Mask of <c>a &lt;= b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LessThanOrEqual(TSelf a, TSelf b) => TSelf.GreaterThanOrEqual(b, a);

    /// <summary>Mask of <c>a == b</c>; NaN equals nothing.</summary>
    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>Mask of <c>a != b</c>; NaN differs from everything.</summary>
    static abstract TSelf NotEqual(TSelf a, TSelf b);

    /// <summary><paramref name="a"/> in the lanes of the mask, <paramref name="b"/> elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>The bits set in both.</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>The bits set in either.</summary>
    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>The bits of <paramref name="a"/> that are not set in <paramref name="b"/>.</summary>
    static abstract TSelf AndNot(TSelf a, TSelf b);

    /// <summary>Whether any lane of a mask is set.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>Two to the power of <paramref name="n"/>, an integer from -126 to 127.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);

    /// <summary><c>x * 2^n</c> for an integer <paramref name="n"/> from -250 to 250, rounded once also where the result is denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf ScaleByPowerOfTwo(TSelf x, TSelf n) => VectorMath.ScaleByPowerOfTwo(x, n);

    /// <summary>Splits a positive normal number into <c>m * 2^exponent</c> with m from sqrt(1/2) to sqrt(2), which is returned.</summary>
    static abstract TSelf SplitExponent(TSelf x, out TSelf exponent);

    /// <summary>Sum of all lanes, halves first: an order fixed for each width.</summary>
    static abstract float Sum(TSelf a);

    /// <summary>The largest lane; NaN if any lane is.</summary>
    static abstract float MaxAcross(TSelf a);

    /// <summary>The lanes at even places of two vectors, one behind the other.</summary>
    static abstract TSelf Evens(TSelf a, TSelf b);

    /// <summary>The lanes at odd places of two vectors, one behind the other; of vectors of one lane the second.</summary>
    static abstract TSelf Odds(TSelf a, TSelf b);

    /// <summary>The lanes of two vectors by turns, those of the first halves; of vectors of one lane the first.</summary>
    static abstract TSelf ZipLow(TSelf a, TSelf b);

    /// <summary>The lanes of two vectors by turns, those of the second halves; of vectors of one lane the second.</summary>
    static abstract TSelf ZipHigh(TSelf a, TSelf b);

    /// <summary>e^x; relative error below 1.2e-7; denormal results are right to one unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Exp(TSelf x) => VectorMath.Exp(x);

    /// <summary>e^x - 1; relative error below 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Expm1(TSelf x) => VectorMath.Expm1(x);

    /// <summary>Natural logarithm; relative error below 1.2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Log(TSelf x) => VectorMath.Log(x);

    /// <summary>log(1 + x); relative error below 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Log1p(TSelf x) => VectorMath.Log1p(x);

    /// <summary>Hyperbolic tangent; relative error below 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Tanh(TSelf x) => VectorMath.Tanh(x);

    /// <summary>1 / (1 + e^-x); relative error below 2e-7. Zero where e^-x overflows (x below -88.7), as in PyTorch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Sigmoid(TSelf x) => VectorMath.Sigmoid(x);

    /// <summary>The error function; relative error below 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Erf(TSelf x) => VectorMath.Erf(x);

    /// <summary>Sine; absolute error below 1.2e-7 for every finite argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Sin(TSelf x) => VectorMath.Sin(x);

    /// <summary>Cosine; absolute error below 1.2e-7 for every finite argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Cos(TSelf x) => VectorMath.Cos(x);

    /// <summary>x^y with the special cases of IEEE 754; relative error below 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Pow(TSelf x, TSelf y) => VectorMath.Pow(x, y);
}
