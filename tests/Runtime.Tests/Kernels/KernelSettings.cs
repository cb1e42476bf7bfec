using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

/// <summary>Runs kernels at a chosen vector width and number of threads, and puts both back.</summary>
internal sealed class KernelSettings : IDisposable
{
    private readonly int _width = Simd.Width;
    private readonly int _threads = Threads.Count;

    public KernelSettings(int? width = null, int? threads = null)
    {
        Simd.Width = width ?? _width;
        Threads.Count = threads ?? _threads;
    }

    /// <summary>The widths that this processor has, the scalar included.</summary>
    public static TheoryData<int> Widths => [.. new[] { 16, 8, 4, 1 }.Where(w => w <= Simd.WidestWidth)];

    /// <summary>Whether a product and a sum are rounded once, as processors since 2013 do.</summary>
    public static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;

    public void Dispose()
    {
        Simd.Width = _width;
        Threads.Count = _threads;
    }
}
