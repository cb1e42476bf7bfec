namespace NnGen;

/// <summary>Channels laid out as blocks of pixels, which make a larger image: torch.nn.PixelShuffle.</summary>
/// <param name="upscaleFactor">The factor of height and width.</param>
[Module]
public sealed partial class PixelShuffle(int upscaleFactor)
{
    /// <summary>The factor of height and width.</summary>
    public int UpscaleFactor { get; } = upscaleFactor;

    /// <summary>The elements in another order.</summary>
    /// <param name="input">[*N, C·upscaleFactor², H, W].</param>
    /// <returns>[*N, C, H·upscaleFactor, W·upscaleFactor].</returns>
    public Tensor Forward(Tensor input) => F.PixelShuffle(input, UpscaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"upscale_factor={UpscaleFactor}";
}
