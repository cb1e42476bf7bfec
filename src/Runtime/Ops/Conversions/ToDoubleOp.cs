using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements as 64-bit floating-point numbers.</summary>
[Op("x: any[*S] -> y: double[*S]", IsDifferentiable = false)]
public static partial class ToDoubleOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<double> y)
        where T : unmanaged
        => Numbers.Convert(x, y);
}
