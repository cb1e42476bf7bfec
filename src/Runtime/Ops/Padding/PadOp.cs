using NnGen.Kernels;

namespace NnGen;

/// <summary>Borders around the last dims, as many as there are pairs of sizes.</summary>
[Op("x: *S -> y: pad(*S, pad)")]
public static partial class PadOp
{
    /// <summary>Puts borders around a tensor.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="pad">Pairs (before, after), the last dim's first; negative: so many are taken away.</param>
    /// <param name="mode">What stands in the borders. Default: a constant.</param>
    /// <param name="value">The constant. Default: 0.</param>
    public static partial Tensor Apply(Tensor x, Sizes pad, PaddingMode mode = PaddingMode.Constant, double value = 0);

    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">The borders are too wide for their mode, or the mode does not know so many dims.</exception>
    public static void Forward(
        ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, Sizes pad, PaddingMode mode = PaddingMode.Constant, double value = 0)
        => Borders.Forward(x, y, xShape, yShape, pad.Items, mode, value);

    /// <summary>Adds each gradient to the element that stands at its place.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, Sizes pad, PaddingMode mode)
        => Borders.Backward(dy, dx, xShape, yShape, pad.Items, mode);
}
