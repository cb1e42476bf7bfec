using NnGen.Kernels;

namespace NnGen;

/// <summary>The sum over dims.</summary>
[Op("x: *S -> y: reduce(*S, dim, keepDim)")]
public static partial class SumOp
{
    /// <summary>Sums over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor Apply(Tensor x, int[]? dim = null, bool keepDim = false);

    /// <summary>Computes the sums.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int[]? dim)
    {
        Span<int> strides = stackalloc int[xShape.Rank];
        DimSums.ReduceStrides(xShape, dim, strides);
        DimSums.Sum(x, xShape, strides, y);
    }

    /// <summary>Repeats the gradient along the dims.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[]? dim)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[xShape.Rank];
        DimSums.ReduceStrides(xShape, dim, strides);
        StridedCopy.Gather(dy, xShape, strides, dx.Span, dx.Accumulate);
    }
}
