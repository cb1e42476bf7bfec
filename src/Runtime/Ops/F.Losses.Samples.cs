namespace NnGen;

public static partial class F
{
    /// <summary>One minus the cosine of two vectors that should be alike, and how far that of two that should not exceeds a margin.</summary>
    /// <param name="input1">The first vectors: <c>N, D</c>, or <c>D</c>.</param>
    /// <param name="input2">The second vectors.</param>
    /// <param name="target">1 where they should be alike, -1 where they should not: <c>N</c>, or a scalar.</param>
    /// <param name="margin">The margin. Default: 0.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each sample.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(CosineEmbeddingLossOp))]
    public static Tensor CosineEmbeddingLoss(
        Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
        => CosineEmbeddingLossOp.Apply(input1, input2, target, margin, reduction);

    /// <summary>How much an anchor's distance to a positive sample fails to stay below that to a negative one, by a margin.</summary>
    /// <param name="anchor">The anchors: <c>N, D</c>, or <c>D</c>.</param>
    /// <param name="positive">What should be near.</param>
    /// <param name="negative">What should be far.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <param name="eps">Added to each difference. Default: 1e-6.</param>
    /// <param name="swap">Whether the negative's distance to the positive counts where it is smaller. Default: no.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each sample.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(TripletMarginLossOp))]
    public static Tensor TripletMarginLoss(
        Tensor anchor,
        Tensor positive,
        Tensor negative,
        double margin = 1,
        double p = 2,
        double eps = 1e-6,
        bool swap = false,
        Reduction reduction = Reduction.Mean)
        => TripletMarginLossOp.Apply(anchor, positive, negative, margin, p, eps, swap, reduction);

    /// <summary>How much scores of a sample's classes fail to exceed those of all others by 1.</summary>
    /// <param name="input">Scores: <c>N, C</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">The classes of each sample, ended by -1, in the same shape.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each sample.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, or the reduction is unknown.</exception>
    [Lowers(typeof(MultiLabelMarginLossOp))]
    public static Tensor MultiLabelMarginLoss(Tensor input, Tensor<long> target, Reduction reduction = Reduction.Mean)
        => MultiLabelMarginLossOp.Apply(input, target, reduction);

    /// <summary>The mean over the classes of each class's binary cross entropy of its logit.</summary>
    /// <param name="input">Logits: <c>*B, C</c>.</param>
    /// <param name="target">1 for each class that a sample has, else 0, in the same shape.</param>
    /// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each sample.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(MultiLabelSoftMarginLossOp))]
    public static Tensor MultiLabelSoftMarginLoss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
        => MultiLabelSoftMarginLossOp.Apply(input, target, weight, reduction);

    /// <summary>How much the score of a sample's class fails to exceed those of all others by a margin.</summary>
    /// <param name="input">Scores: <c>N, C</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">The class of each sample: <c>N</c>, or a scalar.</param>
    /// <param name="p">Exponent of each shortfall: 1 or 2. Default: 1.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each sample.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, the exponent is neither 1 nor 2, or the reduction is unknown.</exception>
    [Lowers(typeof(MultiMarginLossOp))]
    public static Tensor MultiMarginLoss(
        Tensor input, Tensor<long> target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean)
        => MultiMarginLossOp.Apply(input, target, weight, p, margin, reduction);

    /// <summary>Connectionist temporal classification: minus the log-probability of label sequences, summed over all their alignments.</summary>
    /// <param name="logProbs">Log-probabilities of the classes: <c>T, N, C</c>, or <c>T, C</c> for one sample.</param>
    /// <param name="targets">The labels: <c>N, S</c>, or those of all samples one after the other.</param>
    /// <param name="inputLengths">How many steps of each sample count: <c>N</c>.</param>
    /// <param name="targetLengths">How many labels each sample has: <c>N</c>.</param>
    /// <param name="blank">The class that stands between labels. Default: 0.</param>
    /// <param name="reduction">What is made of the losses. Default: the mean of each divided by its number of labels.</param>
    /// <param name="zeroInfinity">Whether the loss of a sample that has no alignment is 0 instead of infinite. Default: no.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each sample.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length, a label or the blank is out of range, or the reduction is unknown.</exception>
    [Lowers(typeof(CtcLossOp))]
    public static Tensor CtcLoss(
        Tensor logProbs,
        Tensor<long> targets,
        Tensor<long> inputLengths,
        Tensor<long> targetLengths,
        int blank = 0,
        Reduction reduction = Reduction.Mean,
        bool zeroInfinity = false)
        => CtcLossOp.Apply(logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
}
