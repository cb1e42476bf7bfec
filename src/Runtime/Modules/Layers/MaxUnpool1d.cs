namespace NnGen;

/// <summary>Elements put back where <see cref="MaxPool1d.ForwardWithIndices"/> found them, between zeros: torch.nn.MaxUnpool1d.</summary>
/// <param name="kernelSize">Size of the pooling's window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="padding">The pooling's padding. Default: none.</param>
[Module]
public sealed partial class MaxUnpool1d(int kernelSize, int? stride = null, Padding1D padding = default)
{
    /// <summary>Size of the pooling's window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public int Stride { get; } = stride ?? kernelSize;

    /// <summary>The pooling's padding.</summary>
    public Padding1D Padding { get; } = padding;

    /// <summary>The elements between zeros. For another size than the smallest call <see cref="F.MaxUnpool1d"/>.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <param name="indices">Where the elements go in their channel, of the same shape.</param>
    /// <returns>[N, C, L'] or [C, L'].</returns>
    public Tensor Forward(Tensor input, Tensor<long> indices) => F.MaxUnpool1d(input, indices, KernelSize, Stride, Padding);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size=({KernelSize},), stride=({Stride},), padding={Padding}";
}
