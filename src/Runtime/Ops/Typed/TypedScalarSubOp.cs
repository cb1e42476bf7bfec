using NnGen.Kernels;

namespace NnGen;

/// <summary>A number minus integers and other numbers without a gradient.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class TypedScalarSubOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Number scalar)
        where T : unmanaged
        => Numbers.Combine<ReverseDifference, T>(x, scalar, y);
}
