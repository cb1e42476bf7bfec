namespace NnGen;

/// <summary>Blocks of pixels laid out as channels of a smaller image: torch.nn.PixelUnshuffle.</summary>
/// <param name="downscaleFactor">What height and width are divided by.</param>
[Module]
public sealed partial class PixelUnshuffle(int downscaleFactor)
{
    /// <summary>What height and width are divided by.</summary>
    public int DownscaleFactor { get; } = downscaleFactor;

    /// <summary>The elements in another order.</summary>
    /// <param name="input">[*N, C, H·downscaleFactor, W·downscaleFactor].</param>
    /// <returns>[*N, C·downscaleFactor², H, W].</returns>
    public Tensor Forward(Tensor input) => F.PixelUnshuffle(input, DownscaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"downscale_factor={DownscaleFactor}";
}
