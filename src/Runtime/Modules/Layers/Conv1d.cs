namespace NnGen;

/// <summary>
/// A convolution of one dim: torch.nn.Conv1d. Weight and bias start uniform in ±1/sqrt(inChannels/groups times the kernel's elements),
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
public sealed partial class Conv1d(
    int inChannels,
    int outChannels,
    int kernelSize,
    int stride = 1,
    Padding1D padding = default,
    int dilation = 1,
    int groups = 1,
    bool bias = true,
    PaddingMode paddingMode = PaddingMode.Zeros)
{
    /// <summary>Channels of the input.</summary>
    public int InChannels { get; } = inChannels;

    /// <summary>Channels of the result.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Size of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public int Stride { get; } = stride;

    /// <summary>Padding on each side, or <see cref="NnGen.Padding.Same"/>.</summary>
    public Padding1D Padding { get; } = padding;

    /// <summary>Distance of two elements of a window.</summary>
    public int Dilation { get; } = dilation;

    /// <summary>Into how many parts the channels fall, each convolved alone.</summary>
    public int Groups { get; } = groups;

    /// <summary>What stands in the padding.</summary>
    public PaddingMode PaddingMode { get; } = paddingMode;

    /// <summary>The weight, [outChannels, inChannels/groups, *kernelSize]. Another layer's may be set, to share it.</summary>
    [Shape("outChannels, inChannels/groups, kernelSize")]
    public Parameter Weight { get; set; } = ConvolutionParameters.Weight(
        inChannels, outChannels, groups, [kernelSize], isStridedSame: padding.IsSame && stride != 1, paddingMode: paddingMode);

    /// <summary>The bias, [outChannels]; null where there is none.</summary>
    [Shape("outChannels")]
    public Parameter? Bias { get; } = bias ? ConvolutionParameters.Bias(outChannels, inChannels / groups * kernelSize) : null;

    /// <summary>The convolution.</summary>
    /// <param name="input">[N, inChannels, L] or [inChannels, L].</param>
    /// <returns>[N, outChannels, L'] or [outChannels, L'].</returns>
    public Tensor Forward(Tensor input) => F.Conv1d(input, Weight, Bias, Stride, Padding, Dilation, Groups, PaddingMode);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"{InChannels}, {OutChannels}, kernel_size=({KernelSize},), stride=({Stride},)"
            + (Padding.IsDefault ? "" : $", padding={Padding}")
            + (Dilation == 1 ? "" : $", dilation=({Dilation},)")
            + (Groups == 1 ? "" : $", groups={Groups}")
            + (Bias is null ? ", bias=False" : "")
            + (PaddingMode == PaddingMode.Zeros ? "" : $", padding_mode={TorchText.PaddingMode(PaddingMode)}");
}
