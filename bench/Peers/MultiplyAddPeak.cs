using System.Diagnostics;
using System.Runtime.CompilerServices;
using NnGen.Kernels;

namespace NnGen.Benchmarks.Peers;

/// <summary>What the processor can do at most: multiply-adds in registers, independent of each other.</summary>
internal static class MultiplyAddPeak
{
    private const int Chains = 12, Turns = 10_000;

    /// <summary>Floating-point operations a microsecond of one core.</summary>
    /// <param name="seconds">How long is measured.</param>
    public static double Measure(double seconds)
        => Simd.Width == Vec512.Count ? Measure<Vec512>(seconds) : Simd.Width == Vec256.Count ? Measure<Vec256>(seconds) : Measure<Vec128>(seconds);

    private static double Measure<V>(double seconds)
        where V : struct, IVector<V>
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        TimeSpan elapsed;
        do
        {
            Run<V>();
            count++;
            elapsed = Stopwatch.GetElapsedTime(start);
        }
        while (elapsed.TotalSeconds < seconds);
        return 2.0 * Chains * Turns * V.Count * count / elapsed.TotalMicroseconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V Run<V>()
        where V : struct, IVector<V>
    {
        V x = V.Create(0.999f), y = V.Create(0.001f);
        V a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int turn = 0; turn < Turns; turn++)
        {
            a = V.MultiplyAdd(a, x, y);
            b = V.MultiplyAdd(b, x, y);
            c = V.MultiplyAdd(c, x, y);
            d = V.MultiplyAdd(d, x, y);
            e = V.MultiplyAdd(e, x, y);
            f = V.MultiplyAdd(f, x, y);
            g = V.MultiplyAdd(g, x, y);
            h = V.MultiplyAdd(h, x, y);
            i = V.MultiplyAdd(i, x, y);
            j = V.MultiplyAdd(j, x, y);
            k = V.MultiplyAdd(k, x, y);
            l = V.MultiplyAdd(l, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
