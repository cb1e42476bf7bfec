namespace NnGen;

/// <summary>The mean of the elements under each window: torch.nn.AvgPool1d.</summary>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="padding">Zeros on each side, at most half of the window. Default: none.</param>
/// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
/// <param name="countIncludePad">Whether the padding counts in the mean. Default: true.</param>
[Module]
public sealed partial class AvgPool1d(
    int kernelSize, int? stride = null, Padding1D padding = default, bool ceilMode = false, bool countIncludePad = true)
{
    /// <summary>Size of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public int Stride { get; } = stride ?? kernelSize;

    /// <summary>Zeros on each side.</summary>
    public Padding1D Padding { get; } = padding;

    /// <summary>Whether a window may begin inside and end outside.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>Whether the padding counts in the mean.</summary>
    public bool CountIncludePad { get; } = countIncludePad;

    /// <summary>The means.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>[N, C, L'] or [C, L'].</returns>
    public Tensor Forward(Tensor input) => F.AvgPool1d(input, KernelSize, Stride, Padding, CeilMode, CountIncludePad);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size=({KernelSize},), stride=({Stride},), padding={Padding}";
}
