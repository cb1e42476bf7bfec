namespace NnGen;

public static partial class F
{
    /// <summary>The mean of the elements under each window.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Zeros on each side, at most half of the window. Default: none.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <param name="countIncludePad">Whether the padding counts in the mean. Default: true.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    [Lowers(typeof(AvgPool1dOp))]
    public static Tensor AvgPool1d(
        Tensor x,
        int kernelSize,
        int? stride = null,
        Padding1D padding = default,
        bool ceilMode = false,
        bool countIncludePad = true)
        => AvgPool1dOp.Apply(x, kernelSize, stride, padding, ceilMode, countIncludePad);

    /// <summary>The mean of the elements under each window.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Zeros on each side, at most half of the window. Default: none.</param>
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

    /// <summary>The mean of the elements under each window.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="padding">Zeros on each side, at most half of the window. Default: none.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <param name="countIncludePad">Whether the padding counts in the mean. Default: true.</param>
    /// <param name="divisorOverride">What the sums are divided by instead of the number of elements. Default: null.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive, the padding is wider than half the window, or the divisor is 0.</exception>
    [Lowers(typeof(AvgPool3dOp))]
    public static Tensor AvgPool3d(
        Tensor x,
        Size3D kernelSize,
        Size3D? stride = null,
        Padding3D padding = default,
        bool ceilMode = false,
        bool countIncludePad = true,
        int? divisorOverride = null)
        => AvgPool3dOp.Apply(x, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);

    /// <summary>The root of the sum of powers of the elements under each window: <c>(Σ x^normType)^(1/normType)</c>.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="normType">The exponent.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    [Lowers(typeof(LpPool1dOp))]
    public static Tensor LpPool1d(Tensor x, double normType, int kernelSize, int? stride = null, bool ceilMode = false)
        => LpPool1dOp.Apply(x, normType, kernelSize, stride, ceilMode);

    /// <summary>The root of the sum of powers of the elements under each window: <c>(Σ x^normType)^(1/normType)</c>.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="normType">The exponent.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    [Lowers(typeof(LpPool2dOp))]
    public static Tensor LpPool2d(Tensor x, double normType, Size2D kernelSize, Size2D? stride = null, bool ceilMode = false)
        => LpPool2dOp.Apply(x, normType, kernelSize, stride, ceilMode);

    /// <summary>The root of the sum of powers of the elements under each window: <c>(Σ x^normType)^(1/normType)</c>.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="normType">The exponent.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="stride">Distance of two windows. Default: the size of the window.</param>
    /// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
    /// <exception cref="ShapeException">The window is larger than the input.</exception>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    [Lowers(typeof(LpPool3dOp))]
    public static Tensor LpPool3d(Tensor x, double normType, Size3D kernelSize, Size3D? stride = null, bool ceilMode = false)
        => LpPool3dOp.Apply(x, normType, kernelSize, stride, ceilMode);
}
