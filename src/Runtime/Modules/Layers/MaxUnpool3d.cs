namespace NnGen;

/// <summary>Elements put back where <see cref="MaxPool3d.ForwardWithIndices"/> found them, between zeros: torch.nn.MaxUnpool3d.</summary>
/// <param name="kernelSize">Size of the pooling's window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="padding">The pooling's padding. Default: none.</param>
[Module]
public sealed partial class MaxUnpool3d(Size3D kernelSize, Size3D? stride = null, Padding3D padding = default)
{
    /// <summary>Size of the pooling's window.</summary>
    public Size3D KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public Size3D Stride { get; } = stride ?? kernelSize;

    /// <summary>The pooling's padding.</summary>
    public Padding3D Padding { get; } = padding;

    /// <summary>The elements between zeros. For another size than the smallest call <see cref="F.MaxUnpool3d"/>.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    /// <param name="indices">Where the elements go in their channel, of the same shape.</param>
    /// <returns>[N, C, D', H', W'] or [C, D', H', W'].</returns>
    public Tensor Forward(Tensor input, Tensor<long> indices) => F.MaxUnpool3d(input, indices, KernelSize, Stride, Padding);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={KernelSize.ToTupleString()}, stride={Stride.ToTupleString()}, padding={Padding.ToTupleString()}";
}
