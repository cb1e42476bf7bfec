using NnGen.Kernels;

namespace NnGen;

/// <summary>The quotient of integers and other numbers, as floats, with broadcasting.</summary>
[Op("a: any[#*S]; b: any[#*S] -> y: *S", IsDifferentiable = false)]
public static partial class TypedDivOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<float> y, Shape aShape, Shape bShape, Shape yShape)
        where T : unmanaged
        => Numbers.Divide(a, aShape, b, bShape, y, yShape);
}
