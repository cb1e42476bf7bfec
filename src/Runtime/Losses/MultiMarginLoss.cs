namespace NnGen;

/// <summary>How much the score of a sample's class fails to exceed those of all others by a margin: torch.nn.MultiMarginLoss.</summary>
/// <param name="p">Exponent of each shortfall: 1 or 2. Default: 1.</param>
/// <param name="margin">The margin. Default: 1.</param>
/// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
/// <exception cref="ArgumentException">The exponent is neither 1 nor 2, or the weights are no vector.</exception>
[Module]
public sealed partial class MultiMarginLoss(int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean)
{
    /// <summary>Exponent of each shortfall: 1 or 2.</summary>
    public int P { get; } = Checked(p, weight);

    /// <summary>The margin.</summary>
    public double Margin { get; } = margin;

    /// <summary>A weight for each class: <c>C</c>; null: there is none.</summary>
    [Buffer]
    public Tensor? Weight { get; } = weight;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">Scores: <c>N, C</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">The class of each sample: <c>N</c>, or a scalar.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor<long> target) => F.MultiMarginLoss(input, target, P, Margin, Weight, Reduction);

    private static int Checked(int p, Tensor? weight)
    {
        if (p is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(p), p, "only p == 1 and p == 2 supported");
        if (weight is { Rank: not 1 })
            throw new ArgumentException($"weight must be a vector, but is {weight.Shape}", nameof(weight));
        return p;
    }
}
