using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Dot products of a vector with some rows of a matrix. Each has a sum of its own in every lane, for even and for odd vectors of k,
/// and the halves of these are added until one is left: the same chain of additions wherever a row stands.
/// </summary>
internal static unsafe class DotRows
{
    /// <summary>A dot product in each lane, with as many rows as there are lanes or fewer; what lanes without a row get is not defined.</summary>
    /// <param name="a">The vector.</param>
    /// <param name="b">The first row.</param>
    /// <param name="step">Distance of two rows.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="k">Their length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sums<V>(float* a, float* b, nint step, int rows, int k)
        where V : struct, IVector<V>
    {
        if (V.Count == 1) return One<V>(a, b, k);
        V first = Four<V>(a, b, step, 0, rows, k);
        if (V.Count == 4) return first;
        V second = Four<V>(a, b, step, 1, rows, k);
        if (V.Count == 8) return Halves(first, second);
        return Halves(Halves(first, Four<V>(a, b, step, 2, rows, k)), Halves(second, Four<V>(a, b, step, 3, rows, k)));
    }

    /// <summary>
    /// Dot products with a row and those that follow it a fourth of the lanes apart; missing rows repeat the last. Adding up halves
    /// puts each into the lane of its row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static V Four<V>(float* a, float* b, nint step, int row, int rows, int k)
        where V : struct, IVector<V>
    {
        int last = rows - 1;
        float* b0 = b + Math.Min(row, last) * step;
        float* b1 = b + Math.Min(row + V.Count / 4, last) * step;
        float* b2 = b + Math.Min(row + V.Count / 2, last) * step;
        float* b3 = b + Math.Min(row + V.Count / 4 * 3, last) * step;
        V even0 = V.Zero, even1 = V.Zero, even2 = V.Zero, even3 = V.Zero;
        V odd0 = V.Zero, odd1 = V.Zero, odd2 = V.Zero, odd3 = V.Zero;
        nint i = 0;
        for (nint whole = k - 2 * V.Count; i <= whole; i += 2 * V.Count)
        {
            V x = V.Load(a + i);
            even0 = V.MultiplyAdd(x, V.Load(b0 + i), even0);
            even1 = V.MultiplyAdd(x, V.Load(b1 + i), even1);
            even2 = V.MultiplyAdd(x, V.Load(b2 + i), even2);
            even3 = V.MultiplyAdd(x, V.Load(b3 + i), even3);
            x = V.Load(a + i + V.Count);
            odd0 = V.MultiplyAdd(x, V.Load(b0 + i + V.Count), odd0);
            odd1 = V.MultiplyAdd(x, V.Load(b1 + i + V.Count), odd1);
            odd2 = V.MultiplyAdd(x, V.Load(b2 + i + V.Count), odd2);
            odd3 = V.MultiplyAdd(x, V.Load(b3 + i + V.Count), odd3);
        }

        for (; i < k; i += V.Count)
        {
            V mask = V.FirstLanes(k - (int)i);
            V x = V.Load(a + i, mask);
            even0 = V.MultiplyAdd(x, V.Load(b0 + i, mask), even0);
            even1 = V.MultiplyAdd(x, V.Load(b1 + i, mask), even1);
            even2 = V.MultiplyAdd(x, V.Load(b2 + i, mask), even2);
            even3 = V.MultiplyAdd(x, V.Load(b3 + i, mask), even3);
        }

        return Halves(Halves(even0 + odd0, even2 + odd2), Halves(even1 + odd1, even3 + odd3));
    }

    private static V One<V>(float* a, float* b, int k)
        where V : struct, IVector<V>
    {
        V even = V.Zero;
        V odd = V.Zero;
        int i = 0;
        for (; i < k - 1; i += 2)
        {
            even = V.MultiplyAdd(V.Load(a + i), V.Load(b + i), even);
            odd = V.MultiplyAdd(V.Load(a + i + 1), V.Load(b + i + 1), odd);
        }

        return i < k ? V.MultiplyAdd(V.Load(a + i), V.Load(b + i), even) + odd : even + odd;
    }

    /// <summary>The upper half of each vector added to its lower, with the lanes of both in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Halves<V>(V a, V b)
        where V : struct, IVector<V>
        => V.ZipLow(a, b) + V.ZipHigh(a, b);
}
