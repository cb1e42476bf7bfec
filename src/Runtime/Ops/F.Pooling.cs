namespace NnGen;

public static partial class F
{
    /// <summary>The largest element under each window.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(MaxPool2dOp))]
    public static Tensor MaxPool2d(
        Tensor x, Size2D kernelSize, Size2D? stride = null, Padding2D padding = default, Size2D dilation = default, bool ceilMode = false)
        => MaxPool2dOp.Apply(x, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>The largest element under each window, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(MaxPool2dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) MaxPool2dWithIndices(
        Tensor x, Size2D kernelSize, Size2D? stride = null, Padding2D padding = default, Size2D dilation = default, bool ceilMode = false)
        => MaxPool2dWithIndicesOp.Apply(x, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>The mean of the elements under each window.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <param name="countIncludePad">Whether the padding counts in the mean. Default: true.</param>
    /// <param name="divisorOverride">What the sums are divided by instead of the number of elements. Default: null.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, the padding is wider than half the window, or the divisor is 0.</exception>
    [Lowers(typeof(AvgPool2dOp))]
    public static Tensor AvgPool2d(
        Tensor x,
        Size2D kernelSize,
        Size2D? stride = null,
        Padding2D padding = default,
        bool ceilMode = false,
        bool countIncludePad = true,
        int? divisorOverride = null)
        => AvgPool2dOp.Apply(x, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);

    /// <summary>The mean of the elements under as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null)</c>.</param>
    [Lowers(typeof(AdaptiveAvgPool2dOp))]
    public static Tensor AdaptiveAvgPool2d(Tensor x, OutputSize2D outputSize) => AdaptiveAvgPool2dOp.Apply(x, outputSize);
}
