using NnGen.Kernels;

namespace NnGen;

/// <summary>What is left of a division, with the sign of the divisor, with broadcasting.</summary>
[Op("a: any[#*S]; b: any[#*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class TypedRemainderOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y, Shape aShape, Shape bShape, Shape yShape)
        where T : unmanaged
        => Numbers.Combine<FloorRemainder, T>(a, aShape, b, bShape, y, yShape);
}
