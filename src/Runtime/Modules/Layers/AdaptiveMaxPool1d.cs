namespace NnGen;

/// <summary>The largest element under each of as many windows as the result is large: torch.nn.AdaptiveMaxPool1d.</summary>
/// <param name="outputSize">Size of the result.</param>
/// <param name="returnIndices">Stands where PyTorch has it: in C# the caller says it, by calling <see cref="ForwardWithIndices"/>. Default: false.</param>
[Module]
public sealed partial class AdaptiveMaxPool1d(int outputSize, bool returnIndices = false)
{
    /// <summary>Size of the result.</summary>
    public int OutputSize { get; } = outputSize;

    /// <summary>What was asked for when the layer was made.</summary>
    public bool ReturnIndices { get; } = returnIndices;

    /// <summary>The largest elements.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>[N, C, L'] or [C, L'].</returns>
    public Tensor Forward(Tensor input) => F.AdaptiveMaxPool1d(input, OutputSize);

    /// <summary>The largest elements, and where in its channel each stands.</summary>
    /// <param name="input">[N, C, L] or [C, L].</param>
    /// <returns>Both [N, C, L'] or [C, L'].</returns>
    public (Tensor Output, Tensor<long> Indices) ForwardWithIndices(Tensor input) => F.AdaptiveMaxPool1dWithIndices(input, OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}";
}
