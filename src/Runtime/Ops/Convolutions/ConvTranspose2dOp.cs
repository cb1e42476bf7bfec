using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// A transposed convolution of two dims: each element of the input spreads the weights over the places of a window, which
/// is the gradient of a convolution with the same weight. Without a batch where that dim is missing.
/// </summary>
[Op("x: N, C, H, W; weight: C, Og, Kh, Kw; bias: groups*Og? -> y: N, groups*Og, Ho, Wo where Cg = C/groups, Ho = (H - 1)*stride[0] - 2*padding[0] + dilation[0]*(Kh - 1) + outputPadding[0] + 1, Wo = (W - 1)*stride[1] - 2*padding[1] + dilation[1]*(Kw - 1) + outputPadding[1] + 1"
    + " | x: C, H, W; weight: C, Og, Kh, Kw; bias: groups*Og? -> y: groups*Og, Ho, Wo where Cg = C/groups, Ho = (H - 1)*stride[0] - 2*padding[0] + dilation[0]*(Kh - 1) + outputPadding[0] + 1, Wo = (W - 1)*stride[1] - 2*padding[1] + dilation[1]*(Kw - 1) + outputPadding[1] + 1")]
public static partial class ConvTranspose2dOp
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
        Size2D stride = default,
        Padding2D padding = default,
        Padding2D outputPadding = default,
        int groups = 1,
        Size2D dilation = default)
    {
        var convolution = Of(xShape, weightShape, yShape, stride, padding, outputPadding, groups, dilation);
        InputJob.Run(convolution, x, weight, bias, new Gradient(y, accumulate: false));
    }

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
        Padding2D outputPadding,
        int groups,
        Size2D dilation)
    {
        var convolution = Of(xShape, weightShape, yShape, stride, padding, outputPadding, groups, dilation);
        if (dx.IsWanted)
            OutputJob.Run(convolution, dy, weight, default, dx);
        if (dweight.IsWanted)
            WeightGradient.Run(convolution, dy, x, dweight);
        WeightGradient.Bias(dy, convolution.Batch, convolution.InChannels, convolution.InputPlane, dbias);
    }

    /// <summary>The convolution that leads from the result back to the input.</summary>
    private static Convolution Of(
        Shape x, Shape weight, Shape y, Size2D stride, Padding2D padding, Padding2D outputPadding, int groups, Size2D dilation)
    {
        if (padding.IsSame || outputPadding.IsSame)
            throw new ArgumentException("a transposed convolution takes padding as numbers only");
        OutputPadding.Check(outputPadding.Height, stride.Height, dilation.Height);
        OutputPadding.Check(outputPadding.Width, stride.Width, dilation.Width);
        return Convolution.Of(y, weight, x, stride, padding, dilation, groups, PaddingMode.Zeros);
    }
}
