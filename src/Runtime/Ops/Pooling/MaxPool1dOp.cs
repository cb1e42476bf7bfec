using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest element under each window. Which it was is kept for the gradient. Without a batch where that dim is missing.</summary>
[Op("x: N, C, L -> y: N, C, Lo; ~indices: int[N, C, Lo]" + PoolingContract.Max1d
    + " | x: C, L -> y: C, Lo; ~indices: int[C, Lo]" + PoolingContract.Max1d
    + " | x: N, C, L -> y: N, C, Lo; ~indices: int[N, C, Lo]" + PoolingContract.Max1dCeil
    + " | x: C, L -> y: C, Lo; ~indices: int[C, Lo]" + PoolingContract.Max1dCeil)]
public static partial class MaxPool1dOp
{
    /// <summary>Computes <c>y</c> and <c>indices</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The largest ones; padding is smaller than any.</param>
    /// <param name="indices">Where they stand in their channel: the first of equal ones, or a NaN.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        Span<float> y,
        Span<int> indices,
        Shape xShape,
        Shape yShape,
        int kernelSize,
        int? stride = null,
        Padding1D padding = default,
        int dilation = 1,
        bool ceilMode = false)
    {
        var pooling = Pooling.Of(1, xShape, yShape, Size3D.Of(kernelSize), stride is { } step ? Size3D.Of(step) : null, Padding3D.Of(padding), Size3D.Of(dilation));
        MaxPooling<int>.Run(x, y, indices, pooling);
    }

    /// <summary>Gives each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<int> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => MaxGradient<int>.Run(1, indices, dy, dx, xShape, yShape);
}
