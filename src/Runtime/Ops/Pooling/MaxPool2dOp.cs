using NnGen.Kernels;

namespace NnGen;

/// <summary>The largest element under each window. Which it was is kept for the gradient. Without a batch where that dim is missing.</summary>
[Op("x: N, C, H, W -> y: N, C, Ho, Wo; ~indices: int[N, C, Ho, Wo] where Ho = (H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)//(stride[0] ?? kernelSize[0]) + 1, Wo = (W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)//(stride[1] ?? kernelSize[1]) + 1 when !ceilMode"
    + " | x: C, H, W -> y: C, Ho, Wo; ~indices: int[C, Ho, Wo] where Ho = (H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)//(stride[0] ?? kernelSize[0]) + 1, Wo = (W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)//(stride[1] ?? kernelSize[1]) + 1 when !ceilMode"
    + " | x: N, C, H, W -> y: N, C, Ho, Wo; ~indices: int[N, C, Ho, Wo] where Ho = min(ceil((H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)/(stride[0] ?? kernelSize[0])) + 1, ceil((H + padding[0])/(stride[0] ?? kernelSize[0]))), Wo = min(ceil((W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)/(stride[1] ?? kernelSize[1])) + 1, ceil((W + padding[1])/(stride[1] ?? kernelSize[1]))) when ceilMode"
    + " | x: C, H, W -> y: C, Ho, Wo; ~indices: int[C, Ho, Wo] where Ho = min(ceil((H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)/(stride[0] ?? kernelSize[0])) + 1, ceil((H + padding[0])/(stride[0] ?? kernelSize[0]))), Wo = min(ceil((W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)/(stride[1] ?? kernelSize[1])) + 1, ceil((W + padding[1])/(stride[1] ?? kernelSize[1]))) when ceilMode")]
public static partial class MaxPool2dOp
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
        Size2D kernelSize,
        Size2D? stride = null,
        Padding2D padding = default,
        Size2D dilation = default,
        bool ceilMode = false)
        => MaxPooling<int>.Run(x, y, indices, Pooling.Of(xShape, yShape, kernelSize, stride, padding, dilation));

    /// <summary>Gives each gradient to the element that was found.</summary>
    public static void Backward(ReadOnlySpan<int> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
        => MaxPooling<int>.Scatter(indices, dy, dx, xShape[^2] * xShape[^1], yShape[^2] * yShape[^1]);
}
