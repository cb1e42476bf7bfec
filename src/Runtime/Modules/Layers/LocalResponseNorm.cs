namespace NnGen;

/// <summary>Each element divided by a power of the squares around it in neighbouring channels: torch.nn.LocalResponseNorm.</summary>
/// <param name="size">How many channels the squares are taken from.</param>
/// <param name="alpha">Factor of their mean. Default: 1e-4.</param>
/// <param name="beta">The exponent. Default: 0.75.</param>
/// <param name="k">Added to the mean. Default: 1.</param>
[Module]
public sealed partial class LocalResponseNorm(int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
{
    /// <summary>How many channels the squares are taken from.</summary>
    public int Size { get; } = size;

    /// <summary>Factor of their mean. It is read at each call.</summary>
    public double Alpha { get; set; } = alpha;

    /// <summary>The exponent. It is read at each call.</summary>
    public double Beta { get; set; } = beta;

    /// <summary>Added to the mean. It is read at each call.</summary>
    public double K { get; set; } = k;

    /// <summary><c>x / (k + alpha · mean(x²))^beta</c>.</summary>
    /// <param name="input">[N, C, *D] with at least three dims.</param>
    /// <returns>The shape of the input.</returns>
    public Tensor Forward(Tensor input) => F.LocalResponseNorm(input, Size, Alpha, Beta, K);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Size}, alpha={TorchText.Number(Alpha)}, beta={TorchText.Number(Beta)}, k={TorchText.Number(K)}";
}
