namespace NnGen;

/// <summary>
/// A transposed convolution of three dims: torch.nn.ConvTranspose3d. Weight and bias start uniform in ±1/sqrt(outChannels/groups times the kernel's elements),
/// drawn in that order.
/// </summary>
/// <param name="inChannels">Channels of the input.</param>
/// <param name="outChannels">Channels of the result.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows in the result. Default: 1.</param>
/// <param name="padding">What is taken off each side of the result. Default: nothing.</param>
/// <param name="outputPadding">What is added at the end of each dim of the result. Default: nothing.</param>
/// <param name="groups">Into how many parts the channels fall, each convolved alone. Default: 1.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
/// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
/// <param name="paddingMode">Zeros: PyTorch has no other mode for transposed convolutions either.</param>
/// <exception cref="ArgumentException">The groups do not divide the channels, or the padding mode is another one.</exception>
[Module]
public sealed partial class ConvTranspose3d(
    int inChannels,
    int outChannels,
    Size3D kernelSize,
    Size3D stride = default,
    Padding3D padding = default,
    Padding3D outputPadding = default,
    int groups = 1,
    bool bias = true,
    Size3D dilation = default,
    PaddingMode paddingMode = PaddingMode.Zeros)
{
    /// <summary>Channels of the input.</summary>
    public int InChannels { get; } = inChannels;

    /// <summary>Channels of the result.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Size of the window.</summary>
    public Size3D KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows in the result.</summary>
    public Size3D Stride { get; } = stride;

    /// <summary>What is taken off each side of the result.</summary>
    public Padding3D Padding { get; } = padding;

    /// <summary>What is added at the end of each dim of the result.</summary>
    public Padding3D OutputPadding { get; } = outputPadding;

    /// <summary>Into how many parts the channels fall, each convolved alone.</summary>
    public int Groups { get; } = groups;

    /// <summary>Distance of two elements of a window.</summary>
    public Size3D Dilation { get; } = dilation;

    /// <summary>What stands in the padding.</summary>
    public PaddingMode PaddingMode { get; } = paddingMode;

    /// <summary>The weight, [inChannels, outChannels/groups, *kernelSize]. Another layer's may be set, to share it.</summary>
    [Shape("inChannels, outChannels/groups, kernelSize[0], kernelSize[1], kernelSize[2]")]
    public Parameter Weight { get; set; } = ConvolutionParameters.Weight(
        inChannels, outChannels, groups, [kernelSize.Depth, kernelSize.Height, kernelSize.Width], isTransposed: true, paddingMode: paddingMode);

    /// <summary>The bias, [outChannels]; null where there is none.</summary>
    [Shape("outChannels")]
    public Parameter? Bias { get; } = bias ? ConvolutionParameters.Bias(outChannels, outChannels / groups * kernelSize.Depth * kernelSize.Height * kernelSize.Width) : null;

    /// <summary>The transposed convolution.</summary>
    /// <param name="input">[N, inChannels, D, H, W] or [inChannels, D, H, W].</param>
    /// <returns>[N, outChannels, D', H', W'] or [outChannels, D', H', W'].</returns>
    public Tensor Forward(Tensor input) => F.ConvTranspose3d(input, Weight, Bias, Stride, Padding, OutputPadding, Groups, Dilation);

    /// <summary>The transposed convolution with the output padding that gives a size.</summary>
    /// <param name="input">[N, inChannels, D, H, W] or [inChannels, D, H, W].</param>
    /// <param name="outputSize">The last dims of the result, or its whole shape.</param>
    /// <exception cref="ArgumentException">The size is none that the windows can give.</exception>
    public Tensor ForwardWithOutputSize(Tensor input, Sizes outputSize)
    {
        ArgumentNullException.ThrowIfNull(input);
        ConvolutionParameters.CheckOutputSize(outputSize, 3);
        var added = (
            ConvolutionParameters.OutputPadding(input.Shape[^3], outputSize.Items[^3], KernelSize.Depth, Stride.Depth, Padding.Depth, Dilation.Depth),
            ConvolutionParameters.OutputPadding(input.Shape[^2], outputSize.Items[^2], KernelSize.Height, Stride.Height, Padding.Height, Dilation.Height),
            ConvolutionParameters.OutputPadding(input.Shape[^1], outputSize.Items[^1], KernelSize.Width, Stride.Width, Padding.Width, Dilation.Width));
        return F.ConvTranspose3d(input, Weight, Bias, Stride, Padding, added, Groups, Dilation);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"{InChannels}, {OutChannels}, kernel_size={KernelSize.ToTupleString()}, stride={Stride.ToTupleString()}"
            + (Padding.IsDefault ? "" : $", padding={Padding.ToTupleString()}")
            + (Dilation == 1 ? "" : $", dilation={Dilation.ToTupleString()}")
            + (OutputPadding.IsDefault ? "" : $", output_padding={OutputPadding.ToTupleString()}")
            + (Groups == 1 ? "" : $", groups={Groups}")
            + (Bias is null ? ", bias=False" : "");
}
