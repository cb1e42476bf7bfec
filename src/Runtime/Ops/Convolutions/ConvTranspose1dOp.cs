using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// A transposed convolution of one dim: each element of the input spreads the weights over the places of a window, which
/// is the gradient of a convolution with the same weight. Without a batch where that dim is missing.
/// </summary>
[Op("x: N, C, L; weight: C, Og, K; bias: groups*Og? -> y: N, groups*Og, Lo where Cg = C/groups, Lo = (L - 1)*stride - 2*padding + dilation*(K - 1) + outputPadding + 1"
    + " | x: C, L; weight: C, Og, K; bias: groups*Og? -> y: groups*Og, Lo where Cg = C/groups, Lo = (L - 1)*stride - 2*padding + dilation*(K - 1) + outputPadding + 1")]
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
        int stride,
        Padding1D padding,
        Padding1D outputPadding,
        int groups,
        int dilation)
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
        Shape x, Shape weight, Shape y, int stride, Padding1D padding, Padding1D outputPadding, int groups, int dilation)
    {
        if (padding.IsSame || outputPadding.IsSame)
            throw new ArgumentException("a transposed convolution takes padding as numbers only");
        OutputPadding.Check(outputPadding.Width, stride, dilation);
        return Convolution.Of(y, weight, x, stride, padding, dilation, groups, PaddingMode.Zeros);
    }
}
