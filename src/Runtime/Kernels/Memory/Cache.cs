using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NnGen.Kernels;

/// <summary>Hints for what is read soon. They may name any address.</summary>
internal static unsafe class Cache
{
    /// <summary>Floats of a cache line.</summary>
    public const int Line = 16;

    /// <summary>Fetches the lines of some floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* start, int count)
    {
        if (!Sse.IsSupported) return;
        for (int i = 0; i < count; i += Line) Sse.Prefetch0(start + i);
    }

    /// <summary>The same no further than into the second-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchToSecondLevel(float* start, int count)
    {
        if (!Sse.IsSupported) return;
        for (int i = 0; i < count; i += Line) Sse.Prefetch1(start + i);
    }
}
