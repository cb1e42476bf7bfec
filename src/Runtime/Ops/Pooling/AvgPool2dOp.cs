using NnGen.Kernels;

namespace NnGen;

/// <summary>The mean of the elements under each window. Without a batch where that dim is missing.</summary>
[Op("x: N, C, H, W -> y: N, C, Ho, Wo" + PoolingContract.Average2d
    + " | x: C, H, W -> y: C, Ho, Wo" + PoolingContract.Average2d
    + " | x: N, C, H, W -> y: N, C, Ho, Wo" + PoolingContract.Average2dCeil
    + " | x: C, H, W -> y: C, Ho, Wo" + PoolingContract.Average2dCeil)]
public static partial class AvgPool2dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The means.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Zeros on each side, at most half of the window.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <param name="countIncludePad">Whether the padding counts in the mean. Default: true.</param>
    /// <param name="divisorOverride">What the sums are divided by instead. Default: the number of elements.</param>
    /// <exception cref="ArgumentException">A size is not positive, the padding is wider than half the window, or the divisor is 0.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        Span<float> y,
        Shape xShape,
        Shape yShape,
        Size2D kernelSize,
        Size2D? stride = null,
        Padding2D padding = default,
        bool ceilMode = false,
        bool countIncludePad = true,
        int? divisorOverride = null)
        => Of(xShape, yShape, kernelSize, stride, padding, countIncludePad, divisorOverride).Forward(x, y);

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public static void Backward(
        ReadOnlySpan<float> dy,
        Gradient dx,
        Shape xShape,
        Shape yShape,
        Size2D kernelSize,
        Size2D? stride,
        Padding2D padding,
        bool countIncludePad,
        int? divisorOverride)
        => Of(xShape, yShape, kernelSize, stride, padding, countIncludePad, divisorOverride).Backward(dy, dx);

    private static AveragePooling Of(
        Shape xShape, Shape yShape, Size2D kernelSize, Size2D? stride, Padding2D padding, bool countIncludePad, int? divisorOverride)
    {
        var pooling = Pooling.Of(2, xShape, yShape, Size3D.Of(kernelSize), stride is { } step ? Size3D.Of(step) : null, Padding3D.Of(padding), dilation: 1);
        return new AveragePooling(pooling, countIncludePad, divisorOverride);
    }
}
