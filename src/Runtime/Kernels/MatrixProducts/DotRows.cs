using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Dot products of a vector with some rows of a matrix. Each has a sum of its own in every lane, for even and for odd vectors of k,
/// and the lanes are added by halves: the same chain of additions wherever a row stands.
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
        V sums = Four<V>(a, b, step, rows, k);
        if (V.Count > 4) sums = Halves(sums, rows > 4 ? Four<V>(a, b + 4 * step, step, rows - 4, k) : V.Zero);
        if (V.Count <= 8) return sums;
        V third = rows > 8 ? Four<V>(a, b + 8 * step, step, rows - 8, k) : V.Zero;
        V last = rows > 12 ? Four<V>(a, b + 12 * step, step, rows - 12, k) : V.Zero;
        return Halves(sums, Halves(third, last));
    }

    /// <summary>Dot products with up to four rows, each of which has a fourth of the lanes; missing rows repeat the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static V Four<V>(float* a, float* b0, nint step, int rows, int k)
        where V : struct, IVector<V>
    {
        float* b1 = rows > 1 ? b0 + step : b0;
        float* b2 = rows > 2 ? b1 + step : b1;
        float* b3 = rows > 3 ? b2 + step : b2;
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

        return Halves(Halves(even0 + odd0, even1 + odd1), Halves(even2 + odd2, even3 + odd3));
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

    /// <summary>Neighbouring lanes added: those of the first vector in the lower half, those of the second in the upper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Halves<V>(V a, V b)
        where V : struct, IVector<V>
        => V.Evens(a, b) + V.Odds(a, b);
}
