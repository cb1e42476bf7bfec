using NnGen.Kernels;

namespace NnGen;

/// <summary>Borders around the last three dims: constant ones of any input, others of samples and channels, or of channels only.</summary>
[Op("x: *B, D, H, W -> y: *B, D + padding[4] + padding[5], H + padding[2] + padding[3], W + padding[0] + padding[1] when mode == 0"
    + " | x: N, C, D, H, W -> y: N, C, D + padding[4] + padding[5], H + padding[2] + padding[3], W + padding[0] + padding[1] when mode != 0"
    + " | x: C, D, H, W -> y: C, D + padding[4] + padding[5], H + padding[2] + padding[3], W + padding[0] + padding[1] when mode != 0")]
public static partial class Pad3dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The same with borders.</param>
    /// <param name="xShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="padding">Elements on each side; negative: so many are taken away.</param>
    /// <param name="mode">What stands in the borders.</param>
    /// <param name="value">The value of constant borders. Default: 0.</param>
    /// <exception cref="ArgumentException">The borders are too wide for their mode.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, Sides3D padding, PaddingMode mode, double value = 0)
        => Borders.Forward(x, y, xShape, yShape, padding.ToArray(), mode, value);

    /// <summary>Adds each gradient to the element that stands at its place.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, Sides3D padding, PaddingMode mode)
        => Borders.Backward(dy, dx, xShape, yShape, padding.ToArray(), mode);
}
