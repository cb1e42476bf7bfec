using NnGen.Kernels;

namespace NnGen;

/// <summary>Exclusive disjunction of the bits of integers, and of booleans, with broadcasting.</summary>
[Op("a: any[#*S]; b: any[#*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class BitwiseXorOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y, Shape aShape, Shape bShape, Shape yShape)
        where T : unmanaged
        => Bits.Combine<Bits.Xor, T>(a, aShape, b, bShape, y, yShape);
}
