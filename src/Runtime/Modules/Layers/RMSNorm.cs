namespace NnGen;

/// <summary>The last dims of each sample divided by their root mean square, then scaled: torch.nn.RMSNorm. Weights start at 1.</summary>
/// <param name="normalizedShape">The last dims of the input: a number for one, or several.</param>
/// <param name="eps">Added to the mean square. Default: the distance of 1 and the next float, 1.1920929e-7.</param>
/// <param name="elementwiseAffine">Whether elements are scaled. Default: true.</param>
[Module]
public sealed partial class RMSNorm(Sizes normalizedShape, double? eps = null, bool elementwiseAffine = true)
{
    /// <summary>The last dims of the input.</summary>
    public Sizes NormalizedShape { get; } = normalizedShape;

    /// <summary>Added to the mean square; null: the distance of 1 and the next float.</summary>
    public double? Eps { get; set; } = eps;

    /// <summary>Whether elements are scaled.</summary>
    public bool ElementwiseAffine { get; } = elementwiseAffine;

    /// <summary>A factor for each element of the last dims; null where there is none.</summary>
    public Parameter? Weight { get; } = elementwiseAffine ? new Parameter(Tensor.Full(normalizedShape, 1)) : null;

    /// <summary>The normalized input.</summary>
    /// <param name="input">[*B, normalizedShape] with any number of leading dims.</param>
    /// <returns>The shape of the input.</returns>
    public Tensor Forward(Tensor input) => F.RmsNorm(input, NormalizedShape, Weight, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"{NormalizedShape}, eps={(Eps is { } value ? TorchText.Number(value) : "None")}, elementwise_affine={TorchText.Bool(ElementwiseAffine)}";
}
