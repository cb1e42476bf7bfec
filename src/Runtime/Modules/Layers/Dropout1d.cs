namespace NnGen;

/// <summary>In training mode: zeroes whole channels of sequences with a probability and scales the others so that the mean stays: torch.nn.Dropout1d. The masks follow <see cref="Rng.ManualSeed"/>, but are not PyTorch's.</summary>
/// <param name="p">Probability of being dropped. Default: 0.5.</param>
/// <exception cref="ArgumentOutOfRangeException">The probability is not in [0, 1].</exception>
[Module]
public sealed partial class Dropout1d(double p = 0.5)
{
    /// <summary>Probability of being dropped. It is read, and checked, at each call.</summary>
    public double P { get; set; } = Dropout.Checked(p);

    /// <summary>The input with parts dropped.</summary>
    /// <param name="input">Shape: N, C, L or C, L.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Dropout1d(input, P, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={TorchText.Number(P)}, inplace=False";
}
