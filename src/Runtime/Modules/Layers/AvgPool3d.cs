namespace NnGen;

/// <summary>The mean of the elements under each window: torch.nn.AvgPool3d.</summary>
/// <param name="kernelSize">Size of the window.</param>
/// <param name="stride">Distance of two windows. Default: the size of the window.</param>
/// <param name="padding">Zeros on each side, at most half of the window. Default: none.</param>
/// <param name="ceilMode">Whether a window may begin inside and end outside. Default: false.</param>
/// <param name="countIncludePad">Whether the padding counts in the mean. Default: true.</param>
/// <param name="divisorOverride">What the sums are divided by instead of the number of elements. Default: null.</param>
[Module]
public sealed partial class AvgPool3d(
    Size3D kernelSize, Size3D? stride = null, Padding3D padding = default, bool ceilMode = false, bool countIncludePad = true, int? divisorOverride = null)
{
    /// <summary>Size of the window.</summary>
    public Size3D KernelSize { get; } = kernelSize;

    /// <summary>Distance of two windows.</summary>
    public Size3D Stride { get; } = stride ?? kernelSize;

    /// <summary>Zeros on each side.</summary>
    public Padding3D Padding { get; } = padding;

    /// <summary>Whether a window may begin inside and end outside.</summary>
    public bool CeilMode { get; } = ceilMode;

    /// <summary>Whether the padding counts in the mean.</summary>
    public bool CountIncludePad { get; } = countIncludePad;

    /// <summary>What the sums are divided by; null: the number of elements.</summary>
    public int? DivisorOverride { get; } = divisorOverride;

    /// <summary>The means.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    /// <returns>[N, C, D', H', W'] or [C, D', H', W'].</returns>
    public Tensor Forward(Tensor input) => F.AvgPool3d(input, KernelSize, Stride, Padding, CeilMode, CountIncludePad, DivisorOverride);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"kernel_size={KernelSize}, stride={Stride}, padding={Padding}";
}
