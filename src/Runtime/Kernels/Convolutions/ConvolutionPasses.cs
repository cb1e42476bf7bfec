namespace NnGen.Kernels;

/// <summary>The passes of a convolution, and of a transposed one, which is the gradient of a convolution with the same weight.</summary>
internal static class ConvolutionPasses
{
    /// <summary>The output, with a ReLU behind it if <paramref name="relu"/>.</summary>
    public static void Forward(
        in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, bool relu = false)
    {
        BorderedInput bordered = new(convolution);
        using var scratch = Scratch.Rent(bordered.Length);
        Output(bordered.Convolution, bordered.Read(x, scratch), weight, bias, new Gradient(y, accumulate: false), relu);
    }

    /// <summary>The gradients.</summary>
    public static void Backward(
        in Convolution convolution,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias)
    {
        BorderedInput bordered = new(convolution);
        using var scratch = Scratch.Rent(bordered.Length);
        if (dweight.IsWanted)
            WeightGradient.Run(bordered.Convolution, bordered.Read(x, scratch), dy, dweight);
        if (dx.IsWanted)
        {
            var target = bordered.Gradient(dx, scratch);
            Input(bordered.Convolution, dy, weight, default, target);
            bordered.Write(target, dx);
        }

        WeightGradient.Bias(dy, convolution.Batch, convolution.OutChannels, convolution.OutputSize, dbias);
    }

    /// <summary>The gradients where a ReLU stands behind it, whose result <paramref name="y"/> is.</summary>
    public static void BackwardRelu(
        in Convolution convolution,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias)
    {
        using var scratch = Scratch.Rent(dy.Length);
        Backward(convolution, x, weight, ReluGradient.Of(y, dy, scratch), dx, dweight, dbias);
    }

    /// <summary>The convolution that leads from the result of a transposed one back to its input.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the output padding is as large as both stride and dilation.</exception>
    public static Convolution Transposed(
        Shape x, Shape weight, Shape y, Size3D stride, Padding3D padding, Padding3D outputPadding, int groups, Size3D dilation)
    {
        if (padding.IsSame || outputPadding.IsSame)
            throw new ArgumentException("a transposed convolution takes padding as numbers only");
        CheckOutputPadding(outputPadding.Depth, stride.Depth, dilation.Depth);
        CheckOutputPadding(outputPadding.Height, stride.Height, dilation.Height);
        CheckOutputPadding(outputPadding.Width, stride.Width, dilation.Width);
        return Convolution.Of(y, weight, x, stride, padding, dilation, groups, PaddingMode.Zeros);
    }

    /// <summary>The output of a transposed convolution.</summary>
    public static void TransposedForward(
        in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y)
        => Input(convolution, x, weight, bias, new Gradient(y, accumulate: false));

    /// <summary>The gradients of a transposed convolution.</summary>
    public static void TransposedBackward(
        in Convolution convolution,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias)
    {
        if (dx.IsWanted)
            Output(convolution, dy, weight, default, dx);
        if (dweight.IsWanted)
            WeightGradient.Run(convolution, dy, x, dweight);
        WeightGradient.Bias(dy, convolution.Batch, convolution.InChannels, convolution.InputSize, dbias);
    }

    private static void Output(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient y, bool relu = false)
    {
        if (convolution.IsDepthwise)
            DepthwiseJob.Run(convolution, isBackward: false, x, weight, bias, y, relu);
        else if (convolution.IsPointwise)
            PointwiseJob.Run(convolution, isBackward: false, x, weight, bias, y, relu);
        else if (Winograd.Takes(convolution))
            Winograd.Output(convolution, x, weight, bias, y, relu);
        else
            OutputJob.Run(convolution, x, weight, bias, y, relu);
    }

    private static void Input(in Convolution convolution, ReadOnlySpan<float> dy, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient dx)
    {
        if (convolution.IsDepthwise)
            DepthwiseJob.Run(convolution, isBackward: true, dy, weight, bias, dx);
        else if (convolution.IsPointwise)
            PointwiseJob.Run(convolution, isBackward: true, dy, weight, bias, dx);
        else if (Winograd.Takes(Winograd.Backward(convolution)))
            Winograd.Input(convolution, dy, weight, bias, dx);
        else
            InputJob.Run(convolution, dy, weight, bias, dx);
    }

    private static void CheckOutputPadding(int outputPadding, int stride, int dilation)
    {
        if (outputPadding < 0 || outputPadding >= Math.Max(stride, dilation))
            throw new ArgumentException($"output padding must be smaller than either stride or dilation, but got {outputPadding} with stride {stride} and dilation {dilation}");
    }
}
