using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The operands of one tile of a product: <c>c = max(init + a·b, floor)</c> for some rows and vectors of columns.
/// </summary>
internal unsafe struct TileOperands
{
    /// <summary>Length of the products.</summary>
    public nint K;

    /// <summary>First operand; its element (i, k) is <c>A[i * RowStep + k * KStep]</c>, which serves rows, columns and packed panels.</summary>
    public float* A;
    public nint RowStep;
    public nint KStep;

    /// <summary>Second operand, one row for each k; whole vectors are read.</summary>
    public float* B;
    public nint RowStepB;

    /// <summary>Where its rows begin, if they are not evenly spaced.</summary>
    public int* RowsB;

    /// <summary>What the sums begin with: zeros or a bias (row step 0), or the result so far.</summary>
    public float* Init;
    public nint RowStepInit;

    /// <summary>Zero for a ReLU, else minus infinity.</summary>
    public float Floor;

    /// <summary>The result; whole vectors are written.</summary>
    public float* C;
    public nint RowStepC;
}

/// <summary>How the rows of a second operand lie.</summary>
internal interface IOperandRows
{
    /// <summary>Whether each row begins where a list says.</summary>
    static abstract bool AreListed { get; }
}

/// <summary>Rows at a fixed distance.</summary>
internal readonly struct EvenRows : IOperandRows
{
    public static bool AreListed => false;
}

/// <summary>Rows anywhere, as a convolution reads an image.</summary>
internal readonly struct ListedRows : IOperandRows
{
    public static bool AreListed => true;
}

/// <summary>
/// The micro-kernel of matrix products: a tile of the result is kept in registers, one local for each vector of it, while k runs.
/// It is written for six rows of four vectors; what a smaller tile lacks is removed by the compiler.
/// </summary>
/// <typeparam name="V">The vectors.</typeparam>
/// <typeparam name="R">Rows of the tile.</typeparam>
/// <typeparam name="C">Vectors in a row of it.</typeparam>
/// <typeparam name="B">How the rows of the second operand lie.</typeparam>
internal static unsafe class Tile<V, R, C, B>
    where V : struct, IVector<V>
    where R : struct, IConstant
    where C : struct, IConstant
    where B : struct, IOperandRows
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(TileOperands* operands)
    {
        float* init = operands->Init;
        nint step = operands->RowStepInit;
        Load(init, out V c00, out V c01, out V c02, out V c03);
        Load(R.Value > 1 ? init += step : init, out V c10, out V c11, out V c12, out V c13);
        Load(R.Value > 2 ? init += step : init, out V c20, out V c21, out V c22, out V c23);
        Load(R.Value > 3 ? init += step : init, out V c30, out V c31, out V c32, out V c33);
        Load(R.Value > 4 ? init += step : init, out V c40, out V c41, out V c42, out V c43);
        Load(R.Value > 5 ? init += step : init, out V c50, out V c51, out V c52, out V c53);

        // Rows 0 to 2 and 3 to 5 are reached from two pointers: the offsets fold into the addresses.
        float* a = operands->A;
        nint row = operands->RowStep;
        float* a3 = a + 3 * row;
        nint stepA = operands->KStep;
        float* b = operands->B;
        nint stepB = operands->RowStepB;
        int* rows = operands->RowsB;
        for (nint k = operands->K; k > 0; k--)
        {
            Load(B.AreListed ? b + *rows : b, out V b0, out V b1, out V b2, out V b3);
            if (B.AreListed) rows++;
            else b += stepB;
            Add(V.Create(*a), b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
            if (R.Value > 1) Add(V.Create(a[row]), b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
            if (R.Value > 2) Add(V.Create(a[2 * row]), b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
            a += stepA;
            if (R.Value > 3) Add(V.Create(*a3), b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
            if (R.Value > 4) Add(V.Create(a3[row]), b0, b1, b2, b3, ref c40, ref c41, ref c42, ref c43);
            if (R.Value > 5) Add(V.Create(a3[2 * row]), b0, b1, b2, b3, ref c50, ref c51, ref c52, ref c53);
            a3 += stepA;
        }

        float* c = operands->C;
        step = operands->RowStepC;
        V floor = V.Create(operands->Floor);
        Store(c, floor, c00, c01, c02, c03);
        if (R.Value > 1) Store(c += step, floor, c10, c11, c12, c13);
        if (R.Value > 2) Store(c += step, floor, c20, c21, c22, c23);
        if (R.Value > 3) Store(c += step, floor, c30, c31, c32, c33);
        if (R.Value > 4) Store(c += step, floor, c40, c41, c42, c43);
        if (R.Value > 5) Store(c += step, floor, c50, c51, c52, c53);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(float* source, out V v0, out V v1, out V v2, out V v3)
    {
        v0 = V.Load(source);
        v1 = C.Value > 1 ? V.Load(source + V.Count) : V.Zero;
        v2 = C.Value > 2 ? V.Load(source + 2 * V.Count) : V.Zero;
        v3 = C.Value > 3 ? V.Load(source + 3 * V.Count) : V.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(V x, V b0, V b1, V b2, V b3, ref V c0, ref V c1, ref V c2, ref V c3)
    {
        c0 = V.MultiplyAdd(x, b0, c0);
        if (C.Value > 1) c1 = V.MultiplyAdd(x, b1, c1);
        if (C.Value > 2) c2 = V.MultiplyAdd(x, b2, c2);
        if (C.Value > 3) c3 = V.MultiplyAdd(x, b3, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* target, V floor, V v0, V v1, V v2, V v3)
    {
        V.Store(target, V.Larger(floor, v0));
        if (C.Value > 1) V.Store(target + V.Count, V.Larger(floor, v1));
        if (C.Value > 2) V.Store(target + 2 * V.Count, V.Larger(floor, v2));
        if (C.Value > 3) V.Store(target + 3 * V.Count, V.Larger(floor, v3));
    }
}
