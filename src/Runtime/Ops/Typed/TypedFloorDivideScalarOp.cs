using NnGen.Kernels;

namespace NnGen;

/// <summary>The quotient by a number, rounded down.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class TypedFloorDivideScalarOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Number scalar)
        where T : unmanaged
        => Numbers.Combine<FloorQuotient, T>(x, scalar, y);
}
