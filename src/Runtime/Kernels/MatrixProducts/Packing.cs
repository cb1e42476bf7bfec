using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Copies panels of operands into the order in which the micro-kernel reads them.</summary>
internal static unsafe class Packing
{
    /// <summary>How many rows before they are read their cache lines are fetched.</summary>
    private const int RowsAhead = 16;

    /// <summary>
    /// A panel of columns of a matrix with a row for each k: rows of whole vectors, zero beyond the last column.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyColumns<V>(float* source, nint rowStep, int columns, int k, float* target, int width)
        where V : struct, IVector<V>
    {
        int whole = columns / V.Count * V.Count;
        V mask = V.FirstLanes(columns - whole);
        for (; k > 0; k--)
        {
            // Rows far apart are nothing that the processor fetches by itself.
            Cache.Prefetch(source + RowsAhead * rowStep, columns);
            for (int j = 0; j < whole; j += V.Count) V.Store(target + j, V.Load(source + j));
            if (whole < width) V.Store(target + whole, V.Load(source + whole, mask));
            source += rowStep;
            target += width;
        }
    }

    /// <summary>The same for a matrix that is stored transposed, with a row for each column of the panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeColumns<V>(float* source, nint rowStep, int columns, int k, float* target, int width)
        where V : struct, IVector<V>
    {
        for (int j = 0; j < width; j += V.Count)
        {
            if (columns - j >= V.Count) Transposition.Run<V>(source, rowStep, k, target + j, width);
            else TransposePart<V>(source, rowStep, columns - j, k, target + j, width);
            source += V.Count * rowStep;
        }
    }

    /// <summary>
    /// Rows of the first operand that is stored transposed, interleaved: their elements for one k lie together. Up to eight elements
    /// behind them are overwritten.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Interleave(float* source, nint kStep, int rows, int k, float* target)
    {
        Vec256 mask = Vec256.FirstLanes(rows);
        for (; k > 0; k--)
        {
            Cache.Prefetch(source + RowsAhead * kStep, 1);
            Vec256.Store(target, Vec256.Load(source, mask));
            source += kStep;
            target += rows;
        }
    }

    /// <summary>
    /// Room that some interleaved rows take, with what is overwritten behind them: a cache line more, so that several of them do
    /// not compete for the same lines.
    /// </summary>
    public static int InterleavedLength(int rows, int k) => rows * k + 16;

    private static void TransposePart<V>(float* source, nint rowStep, int columns, int k, float* target, int width)
        where V : struct, IVector<V>
    {
        for (int i = 0; i < k; i++)
        {
            V.Store(target, V.Zero);
            for (int j = 0; j < columns; j++) target[j] = source[j * rowStep + i];
            target += width;
        }
    }
}
