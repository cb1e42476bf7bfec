using NnGen.Kernels;

namespace NnGen;

/// <summary>The smaller of two numbers without a gradient, with broadcasting.</summary>
[Op("a: any[#*S]; b: any[#*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class TypedMinimumOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y, Shape aShape, Shape bShape, Shape yShape)
        where T : unmanaged
        => Numbers.Combine<SmallerOf, T>(a, aShape, b, bShape, y, yShape);
}
