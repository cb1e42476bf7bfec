namespace NnGen;

/// <summary>
/// The last dims of each sample brought to mean 0 and variance 1, then scaled and shifted: torch.nn.LayerNorm. Weights start at 1,
/// biases at 0.
/// </summary>
/// <param name="normalizedShape">The last dims of the input: a number for one, or several.</param>
/// <param name="eps">Added to the variance. Default: 1e-5.</param>
/// <param name="elementwiseAffine">Whether elements are scaled and shifted. Default: true.</param>
/// <param name="bias">Whether they are shifted too. Default: true.</param>
[Module]
public sealed partial class LayerNorm(Sizes normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true)
{
    /// <summary>The last dims of the input.</summary>
    public Sizes NormalizedShape { get; } = normalizedShape;

    /// <summary>Added to the variance.</summary>
    public double Eps { get; set; } = eps;

    /// <summary>Whether elements are scaled and shifted.</summary>
    public bool ElementwiseAffine { get; } = elementwiseAffine;

    /// <summary>A factor for each element of the last dims; null where there is none.</summary>
    public Parameter? Weight { get; } = elementwiseAffine ? Filled(normalizedShape, 1) : null;

    /// <summary>What is added to each element of the last dims; null where nothing is.</summary>
    public Parameter? Bias { get; } = elementwiseAffine && bias ? Filled(normalizedShape, 0) : null;

    /// <summary>The normalized input.</summary>
    /// <param name="input">[*B, normalizedShape] with any number of leading dims.</param>
    /// <returns>The shape of the input.</returns>
    public Tensor Forward(Tensor input) => F.LayerNorm(input, NormalizedShape, Weight, Bias, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"{NormalizedShape}, eps={TorchText.Number(Eps)}, elementwise_affine={TorchText.Bool(ElementwiseAffine)}";

    private static Parameter Filled(Shape shape, float value) => new(Tensor.Full(shape, value));
}
