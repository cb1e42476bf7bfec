namespace NnGen;

/// <summary>x times the probability that a standard normal number is smaller: torch.nn.GELU.</summary>
/// <param name="approximate">How the probability is computed. Default: by the error function.</param>
[Module]
public sealed partial class GELU(GeluApproximation approximate = GeluApproximation.None)
{
    /// <summary>How the probability is computed.</summary>
    public GeluApproximation Approximate { get; set; } = approximate;

    /// <summary>x times the probability that a standard normal number is smaller.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Gelu(input, Approximate);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"approximate='{(Approximate == GeluApproximation.Tanh ? "tanh" : "none")}'";
}
