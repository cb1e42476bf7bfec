namespace NnGen;

/// <summary>x1ᵀ·W·x2 + b for each feature of the result: torch.nn.Bilinear. Weight and bias start uniform in ±1/sqrt(in1Features).</summary>
/// <param name="in1Features">Size of the last dim of the first input.</param>
/// <param name="in2Features">Size of the last dim of the second input.</param>
/// <param name="outFeatures">Size of the last dim of the result.</param>
/// <param name="bias">Whether a bias is added. Default: true.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="in1Features"/> is not positive.</exception>
[Module]
public sealed partial class Bilinear(int in1Features, int in2Features, int outFeatures, bool bias = true)
{
    /// <summary>Size of the last dim of the first input.</summary>
    public int In1Features { get; } = in1Features;

    /// <summary>Size of the last dim of the second input.</summary>
    public int In2Features { get; } = in2Features;

    /// <summary>Size of the last dim of the result.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>The weight, [outFeatures, in1Features, in2Features].</summary>
    [Shape("outFeatures, in1Features, in2Features")]
    public Parameter Weight { get; set; } = New(in1Features, outFeatures, in1Features, in2Features);

    /// <summary>The bias, [outFeatures]; null where there is none.</summary>
    [Shape("outFeatures")]
    public Parameter? Bias { get; } = bias ? New(in1Features, outFeatures) : null;

    /// <summary>x1ᵀ·W·x2 + b.</summary>
    /// <param name="input1">[*B, in1Features].</param>
    /// <param name="input2">[*B, in2Features].</param>
    /// <returns>[*B, outFeatures].</returns>
    [return: Shape("*B, outFeatures")]
    public Tensor Forward([Shape("*B, in1Features")] Tensor input1, [Shape("*B, in2Features")] Tensor input2) => F.Bilinear(input1, input2, Weight, Bias);

    /// <inheritdoc/>
    protected override string ExtraRepr()
        => $"in1_features={In1Features}, in2_features={In2Features}, out_features={OutFeatures}, bias={TorchText.Bool(Bias is not null)}";

    private static Parameter New(int in1Features, params int[] shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(in1Features);
        var bound = 1 / Math.Sqrt(in1Features);
        return Init.Uniform_(new Parameter(Tensor.Empty(shape)), -bound, bound);
    }
}
