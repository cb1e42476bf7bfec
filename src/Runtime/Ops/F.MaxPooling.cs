namespace NnGen;

public static partial class F
{
    /// <summary>The largest element under each window.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(MaxPool1dOp))]
    public static Tensor MaxPool1d(
        Tensor x, int kernelSize, int? stride = null, Padding1D padding = default, int dilation = 1, bool ceilMode = false)
        => MaxPool1dOp.Apply(x, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>The largest element under each window, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(MaxPool1dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) MaxPool1dWithIndices(
        Tensor x, int kernelSize, int? stride = null, Padding1D padding = default, int dilation = 1, bool ceilMode = false)
        => MaxPool1dWithIndicesOp.Apply(x, kernelSize, stride, padding, dilation, ceilMode);

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

    /// <summary>The largest element under each window.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(MaxPool3dOp))]
    public static Tensor MaxPool3d(
        Tensor x, Size3D kernelSize, Size3D? stride = null, Padding3D padding = default, Size3D dilation = default, bool ceilMode = false)
        => MaxPool3dOp.Apply(x, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>The largest element under each window, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Padding on each side, at most half of the window. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(MaxPool3dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) MaxPool3dWithIndices(
        Tensor x, Size3D kernelSize, Size3D? stride = null, Padding3D padding = default, Size3D dilation = default, bool ceilMode = false)
        => MaxPool3dWithIndicesOp.Apply(x, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>Elements put back where a max pooling found them, between zeros.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="indices">Where they go in their channel, of the same shape.</param>
    /// <param name="kernelSize">Size of the pooling's window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">The pooling's padding. Default: none.</param>
    /// <param name="outputSize">Size of the result. Default: the smallest that the windows fill.</param>
    /// <exception cref="ArgumentException">The size of the result does not fit the pooling.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside of the result.</exception>
    [Lowers(typeof(MaxUnpool1dOp))]
    public static Tensor MaxUnpool1d(
        Tensor x, Tensor<long> indices, int kernelSize, int? stride = null, Padding1D padding = default, int? outputSize = null)
        => MaxUnpool1dOp.Apply(x, indices, kernelSize, stride, padding, outputSize);

    /// <summary>Elements put back where a max pooling found them, between zeros.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="indices">Where they go in their channel, of the same shape.</param>
    /// <param name="kernelSize">Size of the pooling's window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">The pooling's padding. Default: none.</param>
    /// <param name="outputSize">Size of the result. Default: the smallest that the windows fill.</param>
    /// <exception cref="ArgumentException">The size of the result does not fit the pooling.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside of the result.</exception>
    [Lowers(typeof(MaxUnpool2dOp))]
    public static Tensor MaxUnpool2d(
        Tensor x, Tensor<long> indices, Size2D kernelSize, Size2D? stride = null, Padding2D padding = default, Size2D? outputSize = null)
        => MaxUnpool2dOp.Apply(x, indices, kernelSize, stride, padding, outputSize);

    /// <summary>Elements put back where a max pooling found them, between zeros.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="indices">Where they go in their channel, of the same shape.</param>
    /// <param name="kernelSize">Size of the pooling's window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">The pooling's padding. Default: none.</param>
    /// <param name="outputSize">Size of the result. Default: the smallest that the windows fill.</param>
    /// <exception cref="ArgumentException">The size of the result does not fit the pooling.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside of the result.</exception>
    [Lowers(typeof(MaxUnpool3dOp))]
    public static Tensor MaxUnpool3d(
        Tensor x, Tensor<long> indices, Size3D kernelSize, Size3D? stride = null, Padding3D padding = default, Size3D? outputSize = null)
        => MaxUnpool3dOp.Apply(x, indices, kernelSize, stride, padding, outputSize);
}
