using NnGen.Kernels;

namespace NnGen;

/// <summary>The root of the sum of powers of the elements under each window. Without a batch where that dim is missing.</summary>
[Op("x: N, C, H, W -> y: N, C, Ho, Wo" + PoolingContract.Power2d
    + " | x: C, H, W -> y: C, Ho, Wo" + PoolingContract.Power2d
    + " | x: N, C, H, W -> y: N, C, Ho, Wo" + PoolingContract.Power2dCeil
    + " | x: C, H, W -> y: C, Ho, Wo" + PoolingContract.Power2dCeil)]
public static partial class LpPool2dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The roots.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="normType">The exponent.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public static void Forward(
        ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, double normType, Size2D kernelSize, Size2D? stride = null, bool ceilMode = false)
        => Of(xShape, yShape, normType, kernelSize, stride).Forward(x, y);

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Shape xShape,
        Shape yShape,
        double normType,
        Size2D kernelSize,
        Size2D? stride)
        => Of(xShape, yShape, normType, kernelSize, stride).Backward(x, y, dy, dx);

    private static PowerPooling Of(Shape xShape, Shape yShape, double normType, Size2D kernelSize, Size2D? stride)
    {
        var pooling = Pooling.Of(2, xShape, yShape, Size3D.Of(kernelSize), stride is { } step ? Size3D.Of(step) : null, padding: 0, dilation: 1);
        return new PowerPooling(pooling, normType, Size3D.Of(kernelSize));
    }
}
