using NnGen.Kernels;

namespace NnGen;

/// <summary>The sum of integers or booleans over dims.</summary>
[Op("x: any[*S] -> y: long[reduce(*S, dim, keepDim)]", IsDifferentiable = false)]
public static partial class IntegerSumOp
{
    /// <summary>The sum of integers or booleans over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor<long> Apply(Tensor x, int[]? dim = null, bool keepDim = false);

    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<long> y, Shape xShape, int[]? dim)
        where T : unmanaged
        => Counts.Sum(x, xShape, dim, y);
}
