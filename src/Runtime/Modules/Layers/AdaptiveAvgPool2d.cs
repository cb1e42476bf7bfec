namespace NnGen;

/// <summary>The mean of the elements under as many windows as the result is large: torch.nn.AdaptiveAvgPool2d.</summary>
/// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null)</c>.</param>
[Module]
public sealed partial class AdaptiveAvgPool2d(OutputSize2D outputSize)
{
    /// <summary>Size of the result.</summary>
    public OutputSize2D OutputSize { get; } = outputSize;

    /// <summary>The means.</summary>
    /// <param name="input">[N, C, H, W] or [C, H, W].</param>
    /// <returns>[N, C, H', W'] or [C, H', W'].</returns>
    public Tensor Forward(Tensor input) => F.AdaptiveAvgPool2d(input, OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}";
}
