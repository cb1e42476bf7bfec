namespace NnGen;

/// <summary>The largest element under each of as many windows as the result is large: torch.nn.AdaptiveMaxPool3d.</summary>
/// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null, null)</c>.</param>
/// <param name="returnIndices">Stands where PyTorch has it: in C# the caller says it, by calling <see cref="ForwardWithIndices"/>. Default: false.</param>
[Module]
public sealed partial class AdaptiveMaxPool3d(OutputSize3D outputSize, bool returnIndices = false)
{
    /// <summary>Size of the result.</summary>
    public OutputSize3D OutputSize { get; } = outputSize;

    /// <summary>What was asked for when the layer was made.</summary>
    public bool ReturnIndices { get; } = returnIndices;

    /// <summary>The largest elements.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    /// <returns>[N, C, D', H', W'] or [C, D', H', W'].</returns>
    public Tensor Forward(Tensor input) => F.AdaptiveMaxPool3d(input, OutputSize);

    /// <summary>The largest elements, and where in its channel each stands.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    /// <returns>Both [N, C, D', H', W'] or [C, D', H', W'].</returns>
    public (Tensor Output, Tensor<long> Indices) ForwardWithIndices(Tensor input) => F.AdaptiveMaxPool3dWithIndices(input, OutputSize);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"output_size={OutputSize}";
}
