using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NnGen.Kernels;

/// <summary>Chooses the widest vectors that the processor computes at full speed. The choice is a constant to the compiler.</summary>
internal static class Simd
{
    /// <summary>Lanes of those vectors.</summary>
    public static int Width
        => Vector512.IsHardwareAccelerated ? Vec512.Count
            : Vector256.IsHardwareAccelerated ? Vec256.Count
            : Vector128.IsHardwareAccelerated ? Vec128.Count
            : Vec1.Count;

    /// <summary>Runs one part of a job.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TJob>(ref TJob job, int part)
        where TJob : struct, IJob
    {
        if (Vector512.IsHardwareAccelerated) job.Run<Vec512>(part);
        else if (Vector256.IsHardwareAccelerated) job.Run<Vec256>(part);
        else if (Vector128.IsHardwareAccelerated) job.Run<Vec128>(part);
        else job.Run<Vec1>(part);
    }
}
