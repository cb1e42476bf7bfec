namespace NnGen;

/// <summary>What convolution layers start with, and what they refuse when they are made.</summary>
internal static class ConvolutionParameters
{
    /// <summary>A weight, uniform as torch.nn's convolutions start: [out, in/groups, *kernel], or [in, out/groups, *kernel] transposed.</summary>
    /// <param name="inChannels">Channels of the input.</param>
    /// <param name="outChannels">Channels of the result.</param>
    /// <param name="groups">Into how many parts they fall.</param>
    /// <param name="kernel">Sizes of the window.</param>
    /// <param name="isTransposed">Whether the convolution is a transposed one.</param>
    /// <param name="isStridedSame">Whether a stride stands with padding that keeps the size.</param>
    /// <param name="paddingMode">What stands in the padding; zeros where the convolution is a transposed one.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels, or stride, padding and mode do not go together.</exception>
    public static Parameter Weight(
        int inChannels,
        int outChannels,
        int groups,
        ReadOnlySpan<int> kernel,
        bool isTransposed = false,
        bool isStridedSame = false,
        PaddingMode paddingMode = PaddingMode.Zeros)
    {
        if (isTransposed && paddingMode != PaddingMode.Zeros)
            throw new ArgumentException("Only \"zeros\" padding mode is supported for transposed convolutions");
        if (!Enum.IsDefined(paddingMode))
            throw new ArgumentException($"padding_mode must be one of zeros, reflect, replicate and circular, but got {paddingMode}");
        if (groups <= 0)
            throw new ArgumentException("groups must be a positive integer");
        if (inChannels % groups != 0)
            throw new ArgumentException($"in_channels must be divisible by groups, but {inChannels} is not by {groups}");
        if (outChannels % groups != 0)
            throw new ArgumentException($"out_channels must be divisible by groups, but {outChannels} is not by {groups}");
        if (isStridedSame)
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        var (first, second) = isTransposed ? (inChannels, outChannels) : (outChannels, inChannels);
        return Init.KaimingUniform_(new Parameter(Tensor.Empty([first, second / groups, .. kernel])), a: Math.Sqrt(5));
    }

    /// <summary>A bias, uniform in ±1/sqrt(<paramref name="fanIn"/>).</summary>
    public static Parameter Bias(int outChannels, int fanIn)
    {
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        return Init.Uniform_(new Parameter(Tensor.Empty(outChannels)), -bound, bound);
    }

    /// <summary>Refuses sizes of another number of dims.</summary>
    /// <exception cref="ArgumentException">They are neither the last dims of a result nor its whole shape.</exception>
    public static void CheckOutputSize(Sizes outputSize, int dims)
    {
        if (outputSize.Items.Length < dims || outputSize.Items.Length > dims + 2)
            throw new ArgumentException($"output_size must have {dims} or {dims + 2} elements (got {outputSize.Items.Length})");
    }

    /// <summary>What a transposed convolution adds at the end of a dim so that it takes a size.</summary>
    /// <exception cref="ArgumentException">No padding gives the size.</exception>
    public static int OutputPadding(int input, int output, int kernel, int stride, int padding, int dilation)
    {
        var smallest = ((input - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + 1;
        if (output < smallest || output >= smallest + stride)
            throw new ArgumentException($"requested an output size of {output}, but valid sizes range from {smallest} to {smallest + stride - 1} (for an input of {input})");
        return output - smallest;
    }
}
