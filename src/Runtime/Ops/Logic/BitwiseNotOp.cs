using NnGen.Kernels;

namespace NnGen;

/// <summary>The other bits of integers, and the opposite of booleans.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class BitwiseNotOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged
        => Bits.Not(x, y);
}
