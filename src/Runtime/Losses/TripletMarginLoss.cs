namespace NnGen;

/// <summary>How much an anchor's distance to a positive sample fails to stay below that to a negative one, by a margin: torch.nn.TripletMarginLoss.</summary>
/// <param name="margin">The margin. Default: 1.</param>
/// <param name="p">Exponent of the norm. Default: 2.</param>
/// <param name="eps">Added to each difference. Default: 1e-6.</param>
/// <param name="swap">Whether the negative's distance to the positive counts where it is smaller. Default: no.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class TripletMarginLoss(
    double margin = 1,
    double p = 2,
    double eps = 1e-6,
    bool swap = false,
    Reduction reduction = Reduction.Mean)
{
    /// <summary>The margin.</summary>
    public double Margin { get; } = margin;

    /// <summary>Exponent of the norm.</summary>
    public double P { get; } = p;

    /// <summary>Added to each difference.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether the negative's distance to the positive counts where it is smaller.</summary>
    public bool Swap { get; } = swap;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="anchor">The anchors: <c>N, D</c>, or <c>D</c>.</param>
    /// <param name="positive">What should be near.</param>
    /// <param name="negative">What should be far.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor anchor, Tensor positive, Tensor negative)
        => F.TripletMarginLoss(anchor, positive, negative, Margin, P, Eps, Swap, Reduction);
}
