using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using NnGen.Kernels;

namespace NnGen;

/// <summary>What this program computes with.</summary>
public static class Capabilities
{
    /// <summary>
    /// The kernels in use, their vector width, the number of threads and the runtime, in one line, for example
    /// <c>NnGen kernels: 512-bit vectors (AVX-512), 8 threads, .NET 10.0.0, X64, just in time</c>. Where a program was compiled
    /// ahead of time for a lesser processor than it runs on, a second line says so.
    /// </summary>
    public static string Describe()
    {
        string compiled = RuntimeFeature.IsDynamicCodeCompiled ? "just in time" : "ahead of time";
        string text = $"NnGen kernels: {KernelSet(Simd.Width)}, {Threads.Count} thread{(Threads.Count == 1 ? "" : "s")}, "
            + $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {compiled}";
        return IsBuiltForLess ? text + Environment.NewLine + Advice : text;
    }

    /// <summary>A program built for a baseline processor runs many times slower than it could: said once, when the first kernel runs.</summary>
    internal static void WarnIfBuiltForLess()
    {
        if (IsBuiltForLess) Console.Error.WriteLine(Advice);
    }

    private const string Advice =
        "NnGen: this program was compiled ahead of time without AVX2 and FMA, which this processor has: it runs 10 to 80 times "
        + "slower than it could. Set IlcInstructionSet in the project (for example to avx2,bmi,bmi2,lzcnt,movbe,popcnt,fma).";

    /// <summary>Whether native code was built without the instructions that this processor offers.</summary>
    private static bool IsBuiltForLess
        => !RuntimeFeature.IsDynamicCodeCompiled && X86Base.IsSupported && !Fma.IsSupported && ProcessorHasFma();

    private static bool ProcessorHasFma()
    {
        const int Fma = 1 << 12;
        const int SavedByOperatingSystem = 1 << 27;
        const int Avx2 = 1 << 5;
        int features = X86Base.CpuId(1, 0).Ecx;
        return (features & Fma) != 0 && (features & SavedByOperatingSystem) != 0
            && X86Base.CpuId(0, 0).Eax >= 7 && (X86Base.CpuId(7, 0).Ebx & Avx2) != 0;
    }

    private static string KernelSet(int width) => width switch
    {
        16 => "512-bit vectors (AVX-512)",
        8 => "256-bit vectors (AVX2)",
        4 when X86Base.IsSupported => "128-bit vectors (SSE)",
        4 => "128-bit vectors",
        _ => "no vectors",
    };
}
