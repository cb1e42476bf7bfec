using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements as 32-bit floating-point numbers.</summary>
[Op("x: any[*S] -> y: *S", IsDifferentiable = false)]
public static partial class ToFloatOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<float> y)
        where T : unmanaged
        => Numbers.Convert(x, y);
}
