namespace NnGen;

/// <summary>
/// In training mode sets elements to 0 with probability <see cref="P"/> and divides the others by 1 - P; in evaluation mode
/// returns its input: torch.nn.Dropout. The masks follow <see cref="Rng.ManualSeed"/>, but are not PyTorch's.
/// </summary>
/// <param name="p">Probability of an element to be dropped. Default: 0.5.</param>
/// <exception cref="ArgumentOutOfRangeException">The probability is not in [0, 1].</exception>
[Module]
public sealed partial class Dropout(double p = 0.5)
{
    /// <summary>Probability of an element to be dropped. It is read, and checked, at each call.</summary>
    public double P { get; set; } = Checked(p);

    /// <summary>The input with elements dropped.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Dropout(input, P, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={TorchText.Number(P)}, inplace=False";

    internal static double Checked(double p) => p is >= 0 and <= 1
        ? p
        : throw new ArgumentOutOfRangeException(nameof(p), p, "dropout probability has to be between 0 and 1");
}
