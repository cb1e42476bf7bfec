namespace NnGen;

public static partial class F
{
    /// <summary>The cross entropy of unnormalised scores with class indices.</summary>
    /// <param name="input">Scores: <c>N, C, *D</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">Class indices: <c>N, *D</c>, or a scalar for one sample.</param>
    /// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
    /// <param name="ignoreIndex">A target that does not count. Default: -100.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean, weighted by the targets' weights.</param>
    /// <param name="labelSmoothing">Share of the target that is spread over all classes. Default: 0.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> the shape of <paramref name="target"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, the smoothing is not between 0 and 1, or the reduction is unknown.</exception>
    [Lowers(typeof(CrossEntropyOp))]
    public static Tensor CrossEntropy(
        Tensor input,
        Tensor<long> target,
        Tensor? weight = null,
        long ignoreIndex = -100,
        Reduction reduction = Reduction.Mean,
        double labelSmoothing = 0)
        => CrossEntropyOp.Apply(input, target, weight, ignoreIndex, reduction, labelSmoothing);

    /// <summary>The cross entropy of unnormalised scores with probabilities of the classes.</summary>
    /// <param name="input">Scores: <c>N, C, *D</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">Probabilities, in the shape of <paramref name="input"/>.</param>
    /// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <param name="labelSmoothing">Share of the target that is spread over all classes. Default: 0.</param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> <c>N, *D</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The smoothing is not between 0 and 1, or the reduction is unknown.</exception>
    [Lowers(typeof(CrossEntropyProbabilitiesOp))]
    public static Tensor CrossEntropy(
        Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
        => CrossEntropyProbabilitiesOp.Apply(input, target, weight, reduction, labelSmoothing);

    /// <summary>Minus the log-probability of the target.</summary>
    /// <param name="input">Log-probabilities: <c>N, C, *D</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">Class indices: <c>N, *D</c>, or a scalar for one sample.</param>
    /// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
    /// <param name="ignoreIndex">A target that does not count. Default: -100.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean, weighted by the targets' weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class, or the reduction is unknown.</exception>
    [Lowers(typeof(NllLossOp))]
    public static Tensor NllLoss(
        Tensor input, Tensor<long> target, Tensor? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean)
        => NllLossOp.Apply(input, target, weight, ignoreIndex, reduction);

    /// <summary>The mean squared difference.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    [Lowers(typeof(MseLossOp))]
    public static Tensor MseLoss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
        => MseLossOp.Apply(input, target, reduction);

    /// <summary>The mean absolute difference.</summary>
    /// <inheritdoc cref="MseLoss"/>
    [Lowers(typeof(L1LossOp))]
    public static Tensor L1Loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
        => L1LossOp.Apply(input, target, reduction);
}
