using NnGen.Kernels;

namespace NnGen;

/// <summary>The mean over dims.</summary>
[Op("x: *S -> y: reduce(*S, dim, keepDim)")]
public static partial class MeanOp
{
    /// <summary>Averages over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor Apply(Tensor x, int[]? dim = null, bool keepDim = false);

    /// <summary>Computes the means; NaN over no elements.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int[]? dim)
    {
        Span<int> strides = stackalloc int[xShape.Rank];
        var count = DimSums.ReduceStrides(xShape, dim, strides);
        DimSums.Sum(x, xShape, strides, y, count: count);
    }

    /// <summary>Spreads the gradient evenly along the dims.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[]? dim)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[xShape.Rank];
        var count = DimSums.ReduceStrides(xShape, dim, strides);
        using var scratch = Scratch.Rent(dy.Length);
        var shares = scratch.Span(dy.Length);
        System.Numerics.Tensors.TensorPrimitives.Divide(dy, count, shares);
        StridedCopy.Gather(shares, xShape, strides, dx.Span, dx.Accumulate);
    }
}
