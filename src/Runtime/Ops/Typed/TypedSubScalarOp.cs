using NnGen.Kernels;

namespace NnGen;

/// <summary>Integers and other numbers without a gradient minus a number.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class TypedSubScalarOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Number scalar)
        where T : unmanaged
        => Numbers.Combine<Difference, T>(x, scalar, y);
}
