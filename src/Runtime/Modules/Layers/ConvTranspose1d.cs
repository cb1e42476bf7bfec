namespace NnGen;

/// <summary>
/// A transposed convolution of one dim: torch.nn.ConvTranspose1d. Weight and bias start uniform in ±1/sqrt(outChannels/groups times the kernel's elements),
/// drawn in that order.
/// </summary>
/// <param name="inChannels">Channels of the input.</param>
/// <param name="outChannels">Channels of the result.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows in the result. Default: 1.</param>
/// <param name="padding">What is taken off each side of the result. Default: nothing.</param>
/// <param name="outputPadding">What is added at the end of the result. Default: nothing.</param>
/// <param name="groups">Into how many parts the channels fall, each convolved alone. Default: 1.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
/// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
/// <param name="paddingMode">Zeros: PyTorch has no other mode for transposed convolutions either.</param>
/// <exception cref="ArgumentException">The groups do not divide the channels, or the padding mode is another one.</exception>
[Module]
public sealed partial class ConvTranspose1d(
    int inChannels,
    int outChannels,
    int kernelSize,
    int stride = 1,
    Padding1D padding = default,
    Padding1D outputPadding = default,
    int groups = 1,
    bool bias = true,
    int dilation = 1,
    PaddingMode paddingMode = PaddingMode.Zeros)
{
    /// <summary>Channels of the input.</summary>
    public int InChannels { get; } = inChannels;

    /// <summary>Channels of the result.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Size of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows in the result.</summary>
    public int Stride { get; } = stride;

    /// <summary>What is taken off each side of the result.</summary>
    public Padding1D Padding { get; } = padding;

    /// <summary>What is added at the end of the result.</summary>
    public Padding1D OutputPadding { get; } = outputPadding;

    /// <summary>Into how many parts the channels fall, each convolved alone.</summary>
    public int Groups { get; } = groups;

    /// <summary>Distance of two elements of a window.</summary>
    public int Dilation { get; } = dilation;

    /// <summary>What stands in the padding.</summary>
    public PaddingMode PaddingMode { get; } = paddingMode;

    /// <summary>The weight, [inChannels, outChannels/groups, *kernelSize]. Another layer's may be set, to share it.</summary>
    [Shape("inChannels, outChannels/groups, kernelSize")]
    public Parameter Weight { get; set; } = ConvolutionParameters.Weight(
        inChannels, outChannels, groups, [kernelSize], isTransposed: true, paddingMode: paddingMode);

    /// <summary>The bias, [outChannels]; null where there is none.</summary>
    [Shape("outChannels")]
    public Parameter? Bias { get; } = bias ? ConvolutionParameters.Bias(outChannels, outChannels / groups * kernelSize) : null;

    /// <summary>The transposed convolution.</summary>
    /// <param name="input">[N, inChannels, L] or [inChannels, L].</param>
    /// <returns>[N, outChannels, L'] or [outChannels, L'].</returns>
    public Tensor Forward(Tensor input) => F.ConvTranspose1d(input, Weight, Bias, Stride, Padding, OutputPadding, Groups, Dilation);

    /// <summary>The transposed convolution with the output padding that gives a size.</summary>
    /// <param name="input">[N, inChannels, L] or [inChannels, L].</param>
    /// <param name="outputSize">The last dims of the result, or its whole shape.</param>
    /// <exception cref="ArgumentException">The size is none that the windows can give.</exception>
    public Tensor ForwardWithOutputSize(Tensor input, Sizes outputSize)
    {
        ArgumentNullException.ThrowIfNull(input);
        ConvolutionParameters.CheckOutputSize(outputSize, 1);
        var added = ConvolutionParameters.OutputPadding(input.Shape[^1], outputSize.Items[^1], KernelSize, Stride, Padding.Width, Dilation);
        return F.ConvTranspose1d(input, Weight, Bias, Stride, Padding, added, Groups, Dilation);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"{InChannels}, {OutChannels}, kernel_size=({KernelSize},), stride=({Stride},)"
            + (Padding.IsDefault ? "" : $", padding={Padding}")
            + (Dilation == 1 ? "" : $", dilation=({Dilation},)")
            + (OutputPadding.IsDefault ? "" : $", output_padding={OutputPadding}")
            + (Groups == 1 ? "" : $", groups={Groups}")
            + (Bias is null ? ", bias=False" : "");
}
