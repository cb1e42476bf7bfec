namespace NnGen;

/// <summary>A <see cref="ConvTranspose3d"/> layer that takes <c>inChannels</c> from the first input: torch.nn.LazyConvTranspose3d.</summary>
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
public sealed class LazyConvTranspose3d(
    int outChannels,
    Size3D kernelSize,
    Size3D stride = default,
    Padding3D padding = default,
    Padding3D outputPadding = default,
    int groups = 1,
    bool bias = true,
    Size3D dilation = default,
    PaddingMode paddingMode = PaddingMode.Zeros) : LazyModule<ConvTranspose3d>(
        inChannels => new(inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation, paddingMode),
        input => LazySizes.Channels(input, dims: 3, nameof(LazyConvTranspose3d)),
        weight => weight[0]);
