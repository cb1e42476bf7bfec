using NnGen.Kernels;

namespace NnGen;

/// <summary>A convolution of two dims: at each place the weights times what lies under the window. Without a batch where that dim is missing.</summary>
[Op("x: N, groups*C, H, W; weight: O, C, Kh, Kw; bias: O? -> y: N, O, H, W where Og = O/groups when padding[0] == -1"
    + " | x: groups*C, H, W; weight: O, C, Kh, Kw; bias: O? -> y: O, H, W where Og = O/groups when padding[0] == -1"
    + " | x: N, groups*C, H, W; weight: O, C, Kh, Kw; bias: O? -> y: N, O, Ho, Wo where Og = O/groups, Ho = (H + 2*padding[0] - dilation[0]*(Kh - 1) - 1)//stride[0] + 1, Wo = (W + 2*padding[1] - dilation[1]*(Kw - 1) - 1)//stride[1] + 1"
    + " | x: groups*C, H, W; weight: O, C, Kh, Kw; bias: O? -> y: O, Ho, Wo where Og = O/groups, Ho = (H + 2*padding[0] - dilation[0]*(Kh - 1) - 1)//stride[0] + 1, Wo = (W + 2*padding[1] - dilation[1]*(Kw - 1) - 1)//stride[1] + 1", MultiplyAdds = "y*C*Kh*Kw")]
[Epilogue(typeof(ReluOp), nameof(ForwardRelu), nameof(BackwardRelu))]
public static partial class Conv2dOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">A stride, dilation or group count is not positive, or the padding does not fit its mode.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Shape xShape,
        Shape weightShape,
        Shape yShape,
        Size2D stride = default,
        Padding2D padding = default,
        Size2D dilation = default,
        int groups = 1,
        PaddingMode paddingMode = PaddingMode.Zeros)
        => ConvolutionPasses.Forward(Of(xShape, weightShape, yShape, stride, padding, dilation, groups, paddingMode), x, weight, bias, y);

    /// <summary>Computes <c>max(y, 0)</c>.</summary>
    /// <exception cref="ArgumentException">A stride, dilation or group count is not positive, or the padding does not fit its mode.</exception>
    public static void ForwardRelu(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Shape xShape,
        Shape weightShape,
        Shape yShape,
        Size2D stride = default,
        Padding2D padding = default,
        Size2D dilation = default,
        int groups = 1,
        PaddingMode paddingMode = PaddingMode.Zeros)
        => ConvolutionPasses.Forward(Of(xShape, weightShape, yShape, stride, padding, dilation, groups, paddingMode), x, weight, bias, y, relu: true);

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
        Size2D stride,
        Padding2D padding,
        Size2D dilation,
        int groups,
        PaddingMode paddingMode)
        => ConvolutionPasses.Backward(Of(xShape, weightShape, yShape, stride, padding, dilation, groups, paddingMode), x, weight, dy, dx, dweight, dbias);

    /// <summary>Computes the gradients after <see cref="ForwardRelu"/>, whose result <paramref name="y"/> is.</summary>
    public static void BackwardRelu(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        Shape xShape,
        Shape weightShape,
        Shape yShape,
        Size2D stride,
        Padding2D padding,
        Size2D dilation,
        int groups,
        PaddingMode paddingMode)
        => ConvolutionPasses.BackwardRelu(Of(xShape, weightShape, yShape, stride, padding, dilation, groups, paddingMode), x, weight, y, dy, dx, dweight, dbias);

    private static Convolution Of(
        Shape xShape, Shape weightShape, Shape yShape, Size2D stride, Padding2D padding, Size2D dilation, int groups, PaddingMode paddingMode)
        => Convolution.Of(xShape, weightShape, yShape, Size3D.Of(stride), Padding3D.Of(padding), Size3D.Of(dilation), groups, paddingMode);
}
