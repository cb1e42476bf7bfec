using NnGen.Kernels;

namespace NnGen;

/// <summary>What is left of a division by a number, with the sign of the number.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class TypedRemainderScalarOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Number scalar)
        where T : unmanaged
        => Numbers.Combine<FloorRemainder, T>(x, scalar, y);
}
