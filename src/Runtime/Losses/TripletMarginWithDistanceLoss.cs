using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// How much an anchor's distance to a positive sample fails to stay below that to a negative one, by a margin, with a distance of
/// one's own: torch.nn.TripletMarginWithDistanceLoss. The distance is an ordinary function, so it runs op by op.
/// </summary>
/// <param name="distanceFunction">The distance of two batches, one number for each pair. Default: <see cref="F.PairwiseDistance"/>.</param>
/// <param name="margin">The margin. Default: 1.</param>
/// <param name="swap">Whether the negative's distance to the positive counts where it is smaller. Default: no.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
public sealed class TripletMarginWithDistanceLoss(
    Func<Tensor, Tensor, Tensor>? distanceFunction = null, double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean) : Module
{
    /// <summary>The distance of two batches.</summary>
    public Func<Tensor, Tensor, Tensor> DistanceFunction { get; } = distanceFunction ?? ((a, b) => F.PairwiseDistance(a, b));

    /// <summary>The margin.</summary>
    public double Margin { get; } = margin;

    /// <summary>Whether the negative's distance to the positive counts where it is smaller.</summary>
    public bool Swap { get; } = swap;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="anchor">The anchors.</param>
    /// <param name="positive">What should be near.</param>
    /// <param name="negative">What should be far.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor anchor, Tensor positive, Tensor negative)
        => F.TripletMarginWithDistanceLoss(anchor, positive, negative, DistanceFunction, Margin, Swap, Reduction);

    /// <summary>The loss, which knows its backward.</summary>
    /// <inheritdoc cref="Forward"/>
    public Tensor Call(Tensor anchor, Tensor positive, Tensor negative) => Forward(anchor, positive, negative);

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
    }
}
