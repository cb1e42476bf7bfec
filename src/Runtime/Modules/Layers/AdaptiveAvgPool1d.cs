namespace NnGen;

/// <summary>The mean of the elements under as many windows as the result is large: torch.nn.AdaptiveAvgPool1d.</summary>
/// <param name="outputSize">Size of the result.</param>
[Module]
public sealed partial class AdaptiveAvgPool1d(int outputSize)
{
    /// <summary>Size of the result.</summary>
    public int OutputSize { get; } = outputSize;

    /// <summary>The means.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>[N, C, L'] or [C, L'].</returns>
    public Tensor Forward(Tensor input) => F.AdaptiveAvgPool1d(input, OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}";
}
