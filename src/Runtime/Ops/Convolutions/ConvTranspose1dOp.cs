using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// A transposed convolution of one dim: each element of the input spreads the weights over the places of a window, which
/// is the gradient of a convolution with the same weight. Without a batch where that dim is missing.
/// </summary>
[Op("x: N, C, L; weight: C, Og, K; bias: groups*Og? -> y: N, groups*Og, Lo where Cg = C/groups, Lo = (L - 1)*stride - 2*padding + dilation*(K - 1) + outputPadding + 1"
    + " | x: C, L; weight: C, Og, K; bias: groups*Og? -> y: groups*Og, Lo where Cg = C/groups, Lo = (L - 1)*stride - 2*padding + dilation*(K - 1) + outputPadding + 1", MultiplyAdds = "x*Og*K")]
public static partial class ConvTranspose1dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">
    /// A stride, dilation or group count is not positive, or the output padding is as large as both stride and dilation.
    /// </exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Shape xShape,
        Shape weightShape,
        Shape yShape,
        int stride = 1,
        Padding1D padding = default,
        Padding1D outputPadding = default,
        int groups = 1,
        int dilation = 1)
        => ConvolutionPasses.TransposedForward(Of(xShape, weightShape, yShape, stride, padding, outputPadding, groups, dilation), x, weight, bias, y);

    /// <summary>Computes the gradients of <c>x</c>, <c>weight</c> and <c>bias</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        Shape xShape,
        Shape weightShape,
        Shape yShape,
        int stride,
        Padding1D padding,
        Padding1D outputPadding,
        int groups,
        int dilation)
        => ConvolutionPasses.TransposedBackward(
            Of(xShape, weightShape, yShape, stride, padding, outputPadding, groups, dilation), x, weight, dy, dx, dweight, dbias);

    private static Convolution Of(
        Shape xShape, Shape weightShape, Shape yShape, int stride, Padding1D padding, Padding1D outputPadding, int groups, int dilation)
        => ConvolutionPasses.Transposed(xShape, weightShape, yShape, Size3D.Of(stride), Padding3D.Of(padding), Padding3D.Of(outputPadding), groups, Size3D.Of(dilation));
}
