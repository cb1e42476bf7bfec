namespace NnGen;

public static partial class F
{
    /// <summary>How much an anchor's distance to a positive sample fails to stay below that to a negative one, by a margin.</summary>
    /// <param name="anchor">The anchors.</param>
    /// <param name="positive">What should be near.</param>
    /// <param name="negative">What should be far.</param>
    /// <param name="distanceFunction">The distance of two batches, one number for each pair. Default: <see cref="PairwiseDistance"/>.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="swap">Whether the negative's distance to the positive counts where it is smaller. Default: no.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static Tensor TripletMarginWithDistanceLoss(
        Tensor anchor,
        Tensor positive,
        Tensor negative,
        Func<Tensor, Tensor, Tensor>? distanceFunction = null,
        double margin = 1,
        bool swap = false,
        Reduction reduction = Reduction.Mean)
    {
        Kernels.LossReduction.Validate(reduction);
        distanceFunction ??= (a, b) => PairwiseDistance(a, b);
        var far = distanceFunction(anchor, negative);
        if (swap)
            far = Minimum(far, distanceFunction(positive, negative));
        var losses = (distanceFunction(anchor, positive) - far + margin).Clamp(min: 0);
        return reduction switch
        {
            Reduction.None => losses,
            Reduction.Sum => losses.Sum(),
            _ => losses.Mean(),
        };
    }
}
