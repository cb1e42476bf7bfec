using NnGen.Kernels;

namespace NnGen;

/// <summary>How many elements over dims are not 0.</summary>
[Op("x: any[*S] -> y: long[reduce(*S, dim, keepDim)]", IsDifferentiable = false)]
public static partial class CountNonzeroOp
{
    /// <summary>How many elements over dims are not 0.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor<long> Apply(Tensor x, int[]? dim = null, bool keepDim = false);

    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<long> y, Shape xShape, int[]? dim)
        where T : unmanaged
        => Counts.Nonzero(x, xShape, dim, y);
}
