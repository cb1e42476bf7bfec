using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The operands of some products of rows: <c>sums[i, j] += a[i]·b[j]</c>.</summary>
internal unsafe struct DotOperands
{
    /// <summary>Length of the rows: a whole number of vectors.</summary>
    public int Length;

    /// <summary>First operand, a row for each row of the sums.</summary>
    public float* A;
    public nint RowStepA;

    /// <summary>Second operand, and where its rows begin, one for each column of the sums.</summary>
    public float* B;
    public int* RowsB;

    /// <summary>The sums.</summary>
    public float* Sums;
    public nint RowStepSums;

    /// <summary>How many columns of the sums there are, at most <see cref="DotTile.Columns"/>.</summary>
    public int Columns;
}

/// <summary>The shapes of tiles of products of rows, and the choice of the kernel for each.</summary>
internal static unsafe class DotTile
{
    /// <summary>Columns of a tile: windows of three elements are common.</summary>
    public const int Columns = 3;

    /// <summary>Rows of a full tile, whose sums fill the registers.</summary>
    public static int MaxRows(int lanes) => lanes == Vec512.Count ? 6 : 3;

    public static void Multiply<V>(int rows, DotOperands* operands)
        where V : struct, IVector<V>
    {
        switch (rows)
        {
            case 1: DotTile<V, N1>.Multiply(operands); break;
            case 2: DotTile<V, N2>.Multiply(operands); break;
            case 3: DotTile<V, N3>.Multiply(operands); break;
            case 4: DotTile<V, N4>.Multiply(operands); break;
            case 5: DotTile<V, N5>.Multiply(operands); break;
            default: DotTile<V, N6>.Multiply(operands); break;
        }
    }
}

/// <summary>
/// The micro-kernel of products of long rows: each sum is a vector in a register until the rows end. It is written for six rows;
/// what a smaller tile lacks is removed by the compiler.
/// </summary>
/// <typeparam name="V">The vectors.</typeparam>
/// <typeparam name="R">Rows of the tile.</typeparam>
internal static unsafe class DotTile<V, R>
    where V : struct, IVector<V>
    where R : struct, IConstant
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(DotOperands* operands)
    {
        V c00 = V.Zero, c01 = V.Zero, c02 = V.Zero, c10 = V.Zero, c11 = V.Zero, c12 = V.Zero;
        V c20 = V.Zero, c21 = V.Zero, c22 = V.Zero, c30 = V.Zero, c31 = V.Zero, c32 = V.Zero;
        V c40 = V.Zero, c41 = V.Zero, c42 = V.Zero, c50 = V.Zero, c51 = V.Zero, c52 = V.Zero;
        int last = operands->Columns - 1;
        float* b0 = operands->B + operands->RowsB[0];
        float* b1 = operands->B + operands->RowsB[Math.Min(1, last)];
        float* b2 = operands->B + operands->RowsB[last];
        float* a = operands->A;
        nint row = operands->RowStepA;
        float* a3 = a + 3 * row;
        for (nint i = 0; i < operands->Length; i += V.Count)
        {
            V x0 = V.Load(b0 + i), x1 = V.Load(b1 + i), x2 = V.Load(b2 + i);
            Add(a, x0, x1, x2, ref c00, ref c01, ref c02);
            if (R.Value > 1) Add(a + row, x0, x1, x2, ref c10, ref c11, ref c12);
            if (R.Value > 2) Add(a + 2 * row, x0, x1, x2, ref c20, ref c21, ref c22);
            a += V.Count;
            if (R.Value > 3) Add(a3, x0, x1, x2, ref c30, ref c31, ref c32);
            if (R.Value > 4) Add(a3 + row, x0, x1, x2, ref c40, ref c41, ref c42);
            if (R.Value > 5) Add(a3 + 2 * row, x0, x1, x2, ref c50, ref c51, ref c52);
            a3 += V.Count;
        }

        Store(operands, 0, c00, c01, c02);
        if (R.Value > 1) Store(operands, 1, c10, c11, c12);
        if (R.Value > 2) Store(operands, 2, c20, c21, c22);
        if (R.Value > 3) Store(operands, 3, c30, c31, c32);
        if (R.Value > 4) Store(operands, 4, c40, c41, c42);
        if (R.Value > 5) Store(operands, 5, c50, c51, c52);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* a, V x0, V x1, V x2, ref V c0, ref V c1, ref V c2)
    {
        V y = V.Load(a);
        c0 = V.MultiplyAdd(y, x0, c0);
        c1 = V.MultiplyAdd(y, x1, c1);
        c2 = V.MultiplyAdd(y, x2, c2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(DotOperands* operands, int row, V c0, V c1, V c2)
    {
        float* sums = operands->Sums + row * operands->RowStepSums;
        sums[0] += V.Sum(c0);
        if (operands->Columns > 1) sums[1] += V.Sum(c1);
        if (operands->Columns > 2) sums[2] += V.Sum(c2);
    }
}
