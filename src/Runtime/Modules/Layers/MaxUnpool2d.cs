namespace NnGen;

/// <summary>Elements put back where <see cref="MaxPool2d.ForwardWithIndices"/> found them, between zeros: torch.nn.MaxUnpool2d.</summary>
/// <param name="kernelSize">Size of the pooling's window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="padding">The pooling's padding. Default: none.</param>
[Module]
public sealed partial class MaxUnpool2d(Size2D kernelSize, Size2D? stride = null, Padding2D padding = default)
{
    /// <summary>Size of the pooling's window.</summary>
    public Size2D KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public Size2D Stride { get; } = stride ?? kernelSize;

    /// <summary>The pooling's padding.</summary>
    public Padding2D Padding { get; } = padding;

    /// <summary>The elements between zeros. For another size than the smallest call <see cref="F.MaxUnpool2d"/>.</summary>
    /// <param name="input">[N, C, H, W] or [C, H, W].</param>
    /// <param name="indices">Where the elements go in their channel, of the same shape.</param>
    /// <returns>[N, C, H', W'] or [C, H', W'].</returns>
    public Tensor Forward(Tensor input, Tensor<long> indices) => F.MaxUnpool2d(input, indices, KernelSize, Stride, Padding);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={KernelSize.ToPairString()}, stride={Stride.ToPairString()}, padding={Padding.ToPairString()}";
}
