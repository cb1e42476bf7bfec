namespace NnGen;

/// <summary>
/// x·Wᵀ + b along the last dimension: torch.nn.Linear. Weight and bias start uniform in ±1/sqrt(inFeatures), drawn in that order.
/// </summary>
/// <param name="inFeatures">Size of the last dimension of the input.</param>
/// <param name="outFeatures">Size of the last dimension of the result.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
[Module]
public sealed partial class Linear(int inFeatures, int outFeatures, bool bias = true)
{
    /// <summary>Size of the last dimension of the input.</summary>
    public int InFeatures { get; } = inFeatures;

    /// <summary>Size of the last dimension of the result.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>The weight, [outFeatures, inFeatures]. Another layer's may be set, to share it.</summary>
    [Shape("outFeatures, inFeatures")]
    public Parameter Weight { get; set; } = Init.KaimingUniform_(new Parameter(Tensor.Empty(outFeatures, inFeatures)), a: Math.Sqrt(5));

    /// <summary>The bias, [outFeatures]; null where there is none.</summary>
    [Shape("outFeatures")]
    public Parameter? Bias { get; } = bias ? NewBias(inFeatures, outFeatures) : null;

    /// <summary>x·Wᵀ + b.</summary>
    /// <param name="input">[*B, inFeatures] with any number of leading dims.</param>
    /// <returns>[*B, outFeatures].</returns>
    [return: Shape("*B, outFeatures")]
    public Tensor Forward([Shape("*B, inFeatures")] Tensor input) => F.Linear(input, Weight, Bias);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"in_features={InFeatures}, out_features={OutFeatures}, bias={TorchText.Bool(Bias is not null)}";

    private static Parameter NewBias(int inFeatures, int outFeatures)
    {
        var bound = inFeatures > 0 ? 1 / Math.Sqrt(inFeatures) : 0;
        return Init.Uniform_(new Parameter(Tensor.Empty(outFeatures)), -bound, bound);
    }
}
