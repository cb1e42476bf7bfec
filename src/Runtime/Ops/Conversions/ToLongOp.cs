using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements as 64-bit integers.</summary>
[Op("x: any[*S] -> y: long[*S]", IsDifferentiable = false)]
public static partial class ToLongOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<long> y)
        where T : unmanaged
        => Numbers.Convert(x, y);
}
