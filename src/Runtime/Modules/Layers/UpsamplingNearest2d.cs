namespace NnGen;

/// <summary>Images at another size, by the nearest element: torch.nn.UpsamplingNearest2d.</summary>
/// <param name="size">Sizes of the dims after the channels: a number for all, or one for each. Default: none.</param>
/// <param name="scaleFactor">Factors of those dims: a number for all, or one for each. Default: none.</param>
[Module]
public sealed partial class UpsamplingNearest2d(Sizes? size = null, ScaleFactor? scaleFactor = null)
{
    /// <summary>Sizes of the dims after the channels; null: factors say them.</summary>
    public Sizes? Size { get; } = size;

    /// <summary>Factors of the dims after the channels; null: sizes are given.</summary>
    public ScaleFactor? ScaleFactor { get; } = scaleFactor;

    /// <summary>The input at another size.</summary>
    /// <param name="input">[N, C, H, W].</param>
    /// <returns>The input's shape with other sizes.</returns>
    public Tensor Forward(Tensor input) => F.Interpolate(input, Size, ScaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => TorchText.Resizing(Size, ScaleFactor, InterpolationMode.Nearest);
}
