namespace NnGen;

/// <summary>x where positive, else alpha·(exp(x / alpha) - 1): torch.nn.CELU.</summary>
/// <param name="alpha">Minus the limit for very negative elements. Default: 1.</param>
[Module]
public sealed partial class CELU(double alpha = 1)
{
    /// <summary>Minus the limit for very negative elements.</summary>
    public double Alpha { get; set; } = alpha;

    /// <summary>x where positive, else alpha·(exp(x / alpha) - 1).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Celu(input, Alpha);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"alpha={TorchText.Number(Alpha)}";
}
