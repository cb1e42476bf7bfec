namespace NnGen;

/// <summary>A <see cref="Conv2d"/> layer that takes <c>inChannels</c> from the first input: torch.nn.LazyConv2d.</summary>
/// <param name="outChannels">Channels of the result.</param>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows. Default: 1.</param>
/// <param name="padding">Padding on each side, or <see cref="Padding.Same"/>. Default: none.</param>
/// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
/// <param name="groups">Into how many parts the channels fall, each convolved alone. Default: 1.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
/// <param name="paddingMode">What stands in the padding. Default: zeros.</param>
/// <exception cref="ArgumentException">The groups do not divide the channels, or a stride stands with <see cref="Padding.Same"/>.</exception>
public sealed class LazyConv2d(
    int outChannels,
    Size2D kernelSize,
    Size2D stride = default,
    Padding2D padding = default,
    Size2D dilation = default,
    int groups = 1,
    bool bias = true,
    PaddingMode paddingMode = PaddingMode.Zeros) : LazyModule<Conv2d>(
        inChannels => new(inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode),
        input => LazySizes.Channels(input, dims: 2, nameof(LazyConv2d)),
        weight => weight[1] * groups);
