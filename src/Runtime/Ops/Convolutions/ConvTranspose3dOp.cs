using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// A transposed convolution of three dims: each element of the input spreads the weights over the places of a window, which
/// is the gradient of a convolution with the same weight. Without a batch where that dim is missing.
/// </summary>
[Op("x: N, C, D, H, W; weight: C, Og, Kd, Kh, Kw; bias: groups*Og? -> y: N, groups*Og, Do, Ho, Wo where Cg = C/groups, Do = (D - 1)*stride[0] - 2*padding[0] + dilation[0]*(Kd - 1) + outputPadding[0] + 1, Ho = (H - 1)*stride[1] - 2*padding[1] + dilation[1]*(Kh - 1) + outputPadding[1] + 1, Wo = (W - 1)*stride[2] - 2*padding[2] + dilation[2]*(Kw - 1) + outputPadding[2] + 1"
    + " | x: C, D, H, W; weight: C, Og, Kd, Kh, Kw; bias: groups*Og? -> y: groups*Og, Do, Ho, Wo where Cg = C/groups, Do = (D - 1)*stride[0] - 2*padding[0] + dilation[0]*(Kd - 1) + outputPadding[0] + 1, Ho = (H - 1)*stride[1] - 2*padding[1] + dilation[1]*(Kh - 1) + outputPadding[1] + 1, Wo = (W - 1)*stride[2] - 2*padding[2] + dilation[2]*(Kw - 1) + outputPadding[2] + 1", MultiplyAdds = "x*Og*Kd*Kh*Kw")]
public static partial class ConvTranspose3dOp
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
        Size3D stride = default,
        Padding3D padding = default,
        Padding3D outputPadding = default,
        int groups = 1,
        Size3D dilation = default)
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
        Size3D stride,
        Padding3D padding,
        Padding3D outputPadding,
        int groups,
        Size3D dilation)
        => ConvolutionPasses.TransposedBackward(
            Of(xShape, weightShape, yShape, stride, padding, outputPadding, groups, dilation), x, weight, dy, dx, dweight, dbias);

    private static Convolution Of(
        Shape xShape, Shape weightShape, Shape yShape, Size3D stride, Padding3D padding, Padding3D outputPadding, int groups, Size3D dilation)
        => ConvolutionPasses.Transposed(xShape, weightShape, yShape, stride, padding, outputPadding, groups, dilation);
}
