using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements as booleans: whether they are not 0.</summary>
[Op("x: any[*S] -> y: bool[*S]", IsDifferentiable = false)]
public static partial class ToBoolOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<bool> y)
        where T : unmanaged
        => Numbers.Convert(x, y);
}
