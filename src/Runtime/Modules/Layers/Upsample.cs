namespace NnGen;

/// <summary>Images, sequences or volumes at another size, by the nearest element: torch.nn.Upsample.</summary>
/// <param name="size">Sizes of the dims after the channels: a number for all, or one for each. Default: none.</param>
/// <param name="scaleFactor">Whole factors of those dims: a number for all, or one for each. Default: none.</param>
[Module]
public sealed partial class Upsample(Sizes? size = null, Sizes? scaleFactor = null)
{
    /// <summary>Sizes of the dims after the channels; null: factors say them.</summary>
    public Sizes? Size { get; } = size;

    /// <summary>Factors of the dims after the channels; null: sizes are given.</summary>
    public Sizes? ScaleFactor { get; } = scaleFactor;

    /// <summary>The input at another size.</summary>
    /// <param name="input">[N, C] and one to three dims.</param>
    /// <returns>The input's shape with other sizes.</returns>
    public Tensor Forward(Tensor input) => F.Interpolate(input, Size, ScaleFactor);

    /// <inheritdoc/>
    protected override string ExtraRepr() => (ScaleFactor is { } factor ? $"scale_factor={Text(factor, ".0")}" : $"size={Text(Size ?? default, "")}") + ", mode='nearest'";

    private static string Text(Sizes sizes, string suffix)
        => sizes.Items.Length == 1 ? sizes.Items[0] + suffix : $"({string.Join(", ", sizes.Items.ToArray().Select(item => item + suffix))})";
}
