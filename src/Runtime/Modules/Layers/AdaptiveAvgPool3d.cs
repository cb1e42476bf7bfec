namespace NnGen;

/// <summary>The mean of the elements under as many windows as the result is large: torch.nn.AdaptiveAvgPool3d.</summary>
/// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null, null)</c>.</param>
[Module]
public sealed partial class AdaptiveAvgPool3d(OutputSize3D outputSize)
{
    /// <summary>Size of the result.</summary>
    public OutputSize3D OutputSize { get; } = outputSize;

    /// <summary>The means.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    /// <returns>[N, C, D', H', W'] or [C, D', H', W'].</returns>
    public Tensor Forward(Tensor input) => F.AdaptiveAvgPool3d(input, OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}";
}
