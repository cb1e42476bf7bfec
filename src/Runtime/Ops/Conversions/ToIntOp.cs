using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements as 32-bit integers.</summary>
[Op("x: any[*S] -> y: int[*S]", IsDifferentiable = false)]
public static partial class ToIntOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<int> y)
        where T : unmanaged
        => Numbers.Convert(x, y);
}
