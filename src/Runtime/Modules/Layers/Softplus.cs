namespace NnGen;

/// <summary>log(1 + exp(beta·x)) / beta, a smooth ReLU: torch.nn.Softplus.</summary>
/// <param name="beta">How sharply it bends. Default: 1.</param>
/// <param name="threshold">Value of beta·x above which it is linear. Default: 20.</param>
[Module]
public sealed partial class Softplus(double beta = 1, double threshold = 20)
{
    /// <summary>How sharply it bends.</summary>
    public double Beta { get; set; } = beta;

    /// <summary>Value of beta·x above which it is linear.</summary>
    public double Threshold { get; set; } = threshold;

    /// <summary>log(1 + exp(beta·x)) / beta, a smooth ReLU.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Softplus(input, Beta, Threshold);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"beta={TorchText.Number(Beta)}, threshold={TorchText.Number(Threshold)}";
}
