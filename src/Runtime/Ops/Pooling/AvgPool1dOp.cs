using NnGen.Kernels;

namespace NnGen;

/// <summary>The mean of the elements under each window. Without a batch where that dim is missing.</summary>
[Op("x: N, C, L -> y: N, C, Lo" + PoolingContract.Average1d
    + " | x: C, L -> y: C, Lo" + PoolingContract.Average1d
    + " | x: N, C, L -> y: N, C, Lo" + PoolingContract.Average1dCeil
    + " | x: C, L -> y: C, Lo" + PoolingContract.Average1dCeil)]
public static partial class AvgPool1dOp
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
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        Span<float> y,
        Shape xShape,
        Shape yShape,
        int kernelSize,
        int? stride = null,
        Padding1D padding = default,
        bool ceilMode = false,
        bool countIncludePad = true)
        => Of(xShape, yShape, kernelSize, stride, padding, countIncludePad).Forward(x, y);

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public static void Backward(
        ReadOnlySpan<float> dy,
        Gradient dx,
        Shape xShape,
        Shape yShape,
        int kernelSize,
        int? stride,
        Padding1D padding,
        bool countIncludePad)
        => Of(xShape, yShape, kernelSize, stride, padding, countIncludePad).Backward(dy, dx);

    private static AveragePooling Of(
        Shape xShape, Shape yShape, int kernelSize, int? stride, Padding1D padding, bool countIncludePad)
    {
        var pooling = Pooling.Of(1, xShape, yShape, Size3D.Of(kernelSize), stride is { } step ? Size3D.Of(step) : null, Padding3D.Of(padding), dilation: 1);
        return new AveragePooling(pooling, countIncludePad);
    }
}
