namespace NnGen;

/// <summary>In training mode: sets whole channels to SELU's lower limit with a probability, and scales and shifts all so that mean and variance stay: torch.nn.FeatureAlphaDropout. The masks follow <see cref="Rng.ManualSeed"/>, but are not PyTorch's.</summary>
/// <param name="p">Probability of being dropped. Default: 0.5.</param>
/// <exception cref="ArgumentOutOfRangeException">The probability is not in [0, 1].</exception>
[Module]
public sealed partial class FeatureAlphaDropout(double p = 0.5)
{
    /// <summary>Probability of being dropped. It is read, and checked, at each call.</summary>
    public double P { get; set; } = Dropout.Checked(p);

    /// <summary>The input with parts dropped.</summary>
    /// <param name="input">Shape: N, C, *D.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.FeatureAlphaDropout(input, P, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={TorchText.Number(P)}, inplace=False";
}
