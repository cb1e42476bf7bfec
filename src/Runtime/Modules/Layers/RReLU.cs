namespace NnGen;

/// <summary>
/// x where positive, else x times a slope that is drawn for each element in training and the mean slope in evaluation: torch.nn.RReLU.
/// The slopes follow <see cref="Rng.ManualSeed"/>, but are not PyTorch's.
/// </summary>
/// <param name="lower">The least slope. Default: 1/8.</param>
/// <param name="upper">The largest slope. Default: 1/3.</param>
[Module]
public sealed partial class RReLU(double lower = 1.0 / 8, double upper = 1.0 / 3)
{
    /// <summary>The least slope.</summary>
    public double Lower { get; set; } = lower;

    /// <summary>The largest slope.</summary>
    public double Upper { get; set; } = upper;

    /// <summary>x where positive, else x times a slope.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Rrelu(input, Lower, Upper, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"lower={TorchText.Number(Lower)}, upper={TorchText.Number(Upper)}";
}
