namespace NnGen;

/// <summary>Images from columns that hold their patches, which are added where they overlap: torch.nn.Fold.</summary>
/// <param name="outputSize">Size of the images.</param>
/// <param name="kernelSize">Size of a patch.</param>
/// <param name="dilation">Distance of two elements of a patch. Default: 1.</param>
/// <param name="padding">Zeros on each side of the images. Default: none.</param>
/// <param name="stride">Distance of two patches. Default: 1.</param>
[Module]
public sealed partial class Fold(Size2D outputSize, Size2D kernelSize, Size2D dilation = default, Padding2D padding = default, Size2D stride = default)
{
    /// <summary>Size of the images.</summary>
    public Size2D OutputSize { get; } = outputSize;

    /// <summary>Size of a patch.</summary>
    public Size2D KernelSize { get; } = kernelSize;

    /// <summary>Distance of two elements of a patch.</summary>
    public Size2D Dilation { get; } = dilation;

    /// <summary>Zeros on each side of the images.</summary>
    public Padding2D Padding { get; } = padding;

    /// <summary>Distance of two patches.</summary>
    public Size2D Stride { get; } = stride;

    /// <summary>Images from columns that hold their patches, which are added where they overlap.</summary>
    /// <param name="input">[N, C·Kh·Kw, L] or [C·Kh·Kw, L].</param>
    /// <returns>[N, C, H, W] or [C, H, W].</returns>
    public Tensor Forward(Tensor input) => F.Fold(input, OutputSize, KernelSize, Dilation, Padding, Stride);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}, kernel_size={KernelSize}, dilation={Dilation}, padding={Padding}, stride={Stride}";
}
