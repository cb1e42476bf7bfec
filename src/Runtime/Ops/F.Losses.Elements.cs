namespace NnGen;

public static partial class F
{
    /// <summary>The squared difference where it is small, else the absolute one.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <param name="beta">Where the square ends and the line begins; 0: everywhere the line. Default: 1.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(SmoothL1LossOp))]
    public static Tensor SmoothL1Loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
        => SmoothL1LossOp.Apply(input, target, beta, reduction);

    /// <summary>The squared difference where it is small, else the absolute one times a number.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <param name="delta">Where the square ends and the line begins. Default: 1.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">The number is not positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(HuberLossOp))]
    public static Tensor HuberLoss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double delta = 1)
        => HuberLossOp.Apply(input, target, delta, reduction);

    /// <summary><c>log(1 + exp(-target · input))</c>.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">1 or -1 for each.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(SoftMarginLossOp))]
    public static Tensor SoftMarginLoss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
        => SoftMarginLossOp.Apply(input, target, reduction);

    /// <summary>The input where the target is 1, and how far it stays below a margin where the target is -1.</summary>
    /// <param name="input">Distances.</param>
    /// <param name="target">1 or -1 for each.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(HingeEmbeddingLossOp))]
    public static Tensor HingeEmbeddingLoss(Tensor input, Tensor target, double margin = 1, Reduction reduction = Reduction.Mean)
        => HingeEmbeddingLossOp.Apply(input, target, margin, reduction);

    /// <summary>The negative log-likelihood of counts under a Poisson distribution.</summary>
    /// <param name="input">The expectations, or their logarithms.</param>
    /// <param name="target">The counts.</param>
    /// <param name="logInput">Whether the input holds logarithms. Default: yes.</param>
    /// <param name="full">Whether Stirling's approximation of the constant term is added. Default: no.</param>
    /// <param name="eps">Added to an expectation before its logarithm is taken. Default: 1e-8.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(PoissonNllLossOp))]
    public static Tensor PoissonNllLoss(
        Tensor input, Tensor target, bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
        => PoissonNllLossOp.Apply(input, target, logInput, full, eps, reduction);

    /// <summary>The negative log-likelihood of values under normal distributions.</summary>
    /// <param name="input">The expectations.</param>
    /// <param name="target">The values, which broadcast to the input.</param>
    /// <param name="var">The variances: one for each element, or one for each row.</param>
    /// <param name="full">Whether the constant term is added. Default: no.</param>
    /// <param name="eps">The smallest variance that is computed with. Default: 1e-6.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A variance is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(GaussianNllLossOp))]
    public static Tensor GaussianNllLoss(
        Tensor input, Tensor target, Tensor var, bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
        => GaussianNllLossOp.Apply(input, target, var, full, eps, reduction);

    /// <summary>How far one input fails to exceed the other one by a margin.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <param name="target">1 where the first one should be larger, -1 where the second one should.</param>
    /// <param name="margin">The margin. Default: 0.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">The inputs differ in their number of dims.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(MarginRankingLossOp))]
    public static Tensor MarginRankingLoss(
        Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
        => MarginRankingLossOp.Apply(input1, input2, target, margin, reduction);

    /// <summary>The cross entropy of probabilities with targets between 0 and 1.</summary>
    /// <param name="input">The probabilities.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <param name="weight">A factor of each loss, which broadcasts. Default: none.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A probability is not between 0 and 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(BinaryCrossEntropyOp))]
    public static Tensor BinaryCrossEntropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
        => BinaryCrossEntropyOp.Apply(input, target, weight, reduction);

    /// <summary>The cross entropy of logits with targets between 0 and 1.</summary>
    /// <param name="input">The logits.</param>
    /// <param name="target">Targets, in the same shape.</param>
    /// <param name="weight">A factor of each loss, which broadcasts. Default: none.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <param name="posWeight">A factor of targets, which broadcasts. Default: none.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(BinaryCrossEntropyWithLogitsOp))]
    public static Tensor BinaryCrossEntropyWithLogits(
        Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? posWeight = null)
        => BinaryCrossEntropyWithLogitsOp.Apply(input, target, weight, posWeight, reduction);

    /// <summary>The Kullback-Leibler divergence of log-probabilities from targets.</summary>
    /// <param name="input">The log-probabilities.</param>
    /// <param name="target">The probabilities.</param>
    /// <param name="reduction">What is made of the elements' losses; <see cref="Reduction.BatchMean"/> is the divergence by its definition. Default: their mean.</param>
    /// <param name="logTarget">Whether targets are logarithms. Default: no.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> a loss for each element.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    [Lowers(typeof(KlDivOp))]
    public static Tensor KlDiv(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, bool logTarget = false)
        => KlDivOp.Apply(input, target, reduction, logTarget);
}
