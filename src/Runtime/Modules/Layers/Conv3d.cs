namespace NnGen;

/// <summary>
/// A convolution of three dims: torch.nn.Conv3d. Weight and bias start uniform in ±1/sqrt(inChannels/groups times the kernel's elements),
/// drawn in that order.
/// </summary>
/// <param name="inChannels">Channels of the input.</param>
/// <param name="outChannels">Channels of the result.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows. Default: 1.</param>
/// <param name="padding">Padding on each side, or <see cref="NnGen.Padding.Same"/>. Default: none.</param>
/// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
/// <param name="groups">Into how many parts the channels fall, each convolved alone. Default: 1.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
/// <param name="paddingMode">What stands in the padding. Default: zeros.</param>
/// <exception cref="ArgumentException">The groups do not divide the channels, or a stride stands with <see cref="NnGen.Padding.Same"/>.</exception>
[Module]
public sealed partial class Conv3d(
    int inChannels,
    int outChannels,
    Size3D kernelSize,
    Size3D stride = default,
    Padding3D padding = default,
    Size3D dilation = default,
    int groups = 1,
    bool bias = true,
    PaddingMode paddingMode = PaddingMode.Zeros)
{
    /// <summary>Channels of the input.</summary>
    public int InChannels { get; } = inChannels;

    /// <summary>Channels of the result.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Size of the window.</summary>
    public Size3D KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public Size3D Stride { get; } = stride;

    /// <summary>Padding on each side, or <see cref="NnGen.Padding.Same"/>.</summary>
    public Padding3D Padding { get; } = padding;

    /// <summary>Distance of two elements of a window.</summary>
    public Size3D Dilation { get; } = dilation;

    /// <summary>Into how many parts the channels fall, each convolved alone.</summary>
    public int Groups { get; } = groups;

    /// <summary>What stands in the padding.</summary>
    public PaddingMode PaddingMode { get; } = paddingMode;

    /// <summary>The weight, [outChannels, inChannels/groups, *kernelSize]. Another layer's may be set, to share it.</summary>
    [Shape("outChannels, inChannels/groups, kernelSize[0], kernelSize[1], kernelSize[2]")]
    public Parameter Weight { get; set; } = ConvolutionParameters.Weight(
        inChannels, outChannels, groups, [kernelSize.Depth, kernelSize.Height, kernelSize.Width], isStridedSame: padding.IsSame && stride != 1, paddingMode: paddingMode);

    /// <summary>The bias, [outChannels]; null where there is none.</summary>
    [Shape("outChannels")]
    public Parameter? Bias { get; } = bias ? ConvolutionParameters.Bias(outChannels, inChannels / groups * kernelSize.Depth * kernelSize.Height * kernelSize.Width) : null;

    /// <summary>The convolution.</summary>
    /// <param name="input">[N, inChannels, D, H, W] or [inChannels, D, H, W].</param>
    /// <returns>[N, outChannels, D', H', W'] or [outChannels, D', H', W'].</returns>
    public Tensor Forward(Tensor input) => F.Conv3d(input, Weight, Bias, Stride, Padding, Dilation, Groups, PaddingMode);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"{InChannels}, {OutChannels}, kernel_size={KernelSize.ToTupleString()}, stride={Stride.ToTupleString()}"
            + (Padding.IsDefault ? "" : $", padding={Padding.ToTupleString()}")
            + (Dilation == 1 ? "" : $", dilation={Dilation.ToTupleString()}")
            + (Groups == 1 ? "" : $", groups={Groups}")
            + (Bias is null ? ", bias=False" : "")
            + (PaddingMode == PaddingMode.Zeros ? "" : $", padding_mode={TorchText.PaddingMode(PaddingMode)}");
}
