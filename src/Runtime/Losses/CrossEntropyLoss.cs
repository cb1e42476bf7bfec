namespace NnGen;

/// <summary>The cross entropy of unnormalised scores: torch.nn.CrossEntropyLoss.</summary>
/// <param name="weight">A weight for each class. Default: 1.</param>
/// <param name="ignoreIndex">A target class that does not count. Default: -100.</param>
/// <param name="reduction">What is made of the losses. Default: their mean, weighted where targets are classes.</param>
/// <param name="labelSmoothing">Share of the target that is spread over all classes, from 0 to 1. Default: 0.</param>
[Module]
public sealed partial class CrossEntropyLoss(
    Tensor? weight = null,
    long ignoreIndex = -100,
    Reduction reduction = Reduction.Mean,
    double labelSmoothing = 0)
{
    /// <summary>A weight for each class; null: 1.</summary>
    [Buffer]
    public Tensor? Weight { get; } = weight;

    /// <summary>A target class that does not count.</summary>
    public long IgnoreIndex { get; } = ignoreIndex;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Share of the target that is spread over all classes.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>The loss against classes.</summary>
    /// <param name="input">Scores of the classes: [N, C], [N, C, d1, ...] or [C].</param>
    /// <param name="target">Classes: [N], [N, d1, ...] or [].</param>
    /// <returns>A scalar, or a loss for each target where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor<long> target)
        => F.CrossEntropy(input, target, Weight, IgnoreIndex, Reduction, LabelSmoothing);

    /// <summary>The loss against probabilities of the classes.</summary>
    /// <param name="input">Scores of the classes: [N, C], [N, C, d1, ...] or [C].</param>
    /// <param name="target">Probabilities, of the same shape.</param>
    /// <returns>A scalar, or a loss for each line of classes where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.CrossEntropy(input, target, Weight, Reduction, LabelSmoothing);
}
