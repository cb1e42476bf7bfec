using NnGen.Kernels;

namespace NnGen;

/// <summary><c>a == b</c> element by element, with broadcasting.</summary>
[Op("a: any[#*S]; b: any[#*S] -> y: bool[*S]", IsDifferentiable = false)]
public static partial class EqOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y, Shape aShape, Shape bShape, Shape yShape)
        where T : unmanaged
        => Comparison.Run<Equal, T>(a, aShape, b, bShape, y, yShape);
}
