namespace NnGen;

/// <summary>Sequences, images or volumes at another size: torch.nn.Upsample.</summary>
/// <param name="size">Sizes of the dims after the channels: a number for all, or one for each. Default: none.</param>
/// <param name="scaleFactor">Factors of those dims: a number for all, or one for each. Default: none.</param>
/// <param name="mode">How values between elements are found. Default: the nearest element.</param>
/// <param name="alignCorners">Whether the outermost elements keep their places; only for the linear and cubic modes. Default: no.</param>
/// <param name="recomputeScaleFactor">Whether places follow from the sizes, not from the factor. Default: no.</param>
[Module]
public sealed partial class Upsample(
    Sizes? size = null,
    ScaleFactor? scaleFactor = null,
    InterpolationMode mode = InterpolationMode.Nearest,
    bool? alignCorners = null,
    bool? recomputeScaleFactor = null)
{
    /// <summary>Sizes of the dims after the channels; null: factors say them.</summary>
    public Sizes? Size { get; } = size;

    /// <summary>Factors of the dims after the channels; null: sizes are given.</summary>
    public ScaleFactor? ScaleFactor { get; } = scaleFactor;

    /// <summary>How values between elements are found.</summary>
    public InterpolationMode Mode { get; } = mode;

    /// <summary>Whether the outermost elements keep their places; null where nothing was said.</summary>
    public bool? AlignCorners { get; } = alignCorners;

    /// <summary>Whether places follow from the sizes, not from the factor; null where nothing was said.</summary>
    public bool? RecomputeScaleFactor { get; } = recomputeScaleFactor;

    /// <summary>The input at another size.</summary>
    /// <param name="input">[N, C] and one to three dims.</param>
    /// <returns>The input's shape with other sizes.</returns>
    public Tensor Forward(Tensor input) => F.Interpolate(input, Size, ScaleFactor, Mode, AlignCorners, RecomputeScaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => TorchText.Resizing(Size, ScaleFactor, Mode);
}
