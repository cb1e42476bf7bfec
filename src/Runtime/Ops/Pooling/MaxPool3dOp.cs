using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest element under each window. Which it was is kept for the gradient. Without a batch where that dim is missing.</summary>
[Op("x: N, C, D, H, W -> y: N, C, Do, Ho, Wo; ~indices: int[N, C, Do, Ho, Wo]" + PoolingContract.Max3d
    + " | x: C, D, H, W -> y: C, Do, Ho, Wo; ~indices: int[C, Do, Ho, Wo]" + PoolingContract.Max3d
    + " | x: N, C, D, H, W -> y: N, C, Do, Ho, Wo; ~indices: int[N, C, Do, Ho, Wo]" + PoolingContract.Max3dCeil
    + " | x: C, D, H, W -> y: C, Do, Ho, Wo; ~indices: int[C, Do, Ho, Wo]" + PoolingContract.Max3dCeil)]
public static partial class MaxPool3dOp
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
        Size3D kernelSize,
        Size3D? stride = null,
        Padding3D padding = default,
        Size3D dilation = default,
        bool ceilMode = false)
    {
        var pooling = Pooling.Of(3, xShape, yShape, kernelSize, stride, padding, dilation);
        MaxPooling<int>.Run(x, y, indices, pooling);
    }

    /// <summary>Gives each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<int> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => MaxGradient<int>.Run(3, indices, dy, dx, xShape, yShape);
}
