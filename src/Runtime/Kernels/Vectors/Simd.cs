using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NnGen.Kernels;

/// <summary>Chooses the widest vectors that the processor computes at full speed.</summary>
internal static class Simd
{
    /// <summary>Lanes of the vectors in use. Tests lower it to run the narrower kernels on a processor that has wider ones.</summary>
    public static int Width { get; set; } = FindWidth();

    /// <summary>Lanes of the widest vectors.</summary>
    public static int WidestWidth
        => Vector512.IsHardwareAccelerated ? Vec512.Count
            : Vector256.IsHardwareAccelerated ? Vec256.Count
            : Vector128.IsHardwareAccelerated ? Vec128.Count
            : Vec1.Count;

    private static int FindWidth()
    {
        Capabilities.WarnIfBuiltForLess();
        return WidestWidth;
    }

    /// <summary>Runs one part of a job.</summary>
    /// <remarks>
    /// A method of its own: into a caller that it has watched, the compiler takes the jobs of all widths, and what inlining it may do is
    /// then used up before it comes to the vectors' operators.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run<TJob>(ref TJob job, int part)
        where TJob : struct, IJob
    {
        int width = Width;
        if (Vector512.IsHardwareAccelerated && width == Vec512.Count) job.Run<Vec512>(part);
        else if (Vector256.IsHardwareAccelerated && width == Vec256.Count) job.Run<Vec256>(part);
        else if (Vector128.IsHardwareAccelerated && width == Vec128.Count) job.Run<Vec128>(part);
        else job.Run<Vec1>(part);
    }
}
