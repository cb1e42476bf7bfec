namespace NnGen;

/// <summary>x where positive, else x times a slope: torch.nn.LeakyReLU.</summary>
/// <param name="negativeSlope">Factor of negative elements. Default: 0.01.</param>
[Module]
public sealed partial class LeakyReLU(double negativeSlope = 0.01)
{
    /// <summary>Factor of negative elements.</summary>
    public double NegativeSlope { get; set; } = negativeSlope;

    /// <summary>x where positive, else x times a slope.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.LeakyRelu(input, NegativeSlope);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"negative_slope={TorchText.Number(NegativeSlope)}";
}
