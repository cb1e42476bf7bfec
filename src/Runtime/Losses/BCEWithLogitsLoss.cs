namespace NnGen;

/// <summary>The cross entropy of logits with targets between 0 and 1: torch.nn.BCEWithLogitsLoss.</summary>
/// <param name="weight">A factor of each loss, which broadcasts. Default: none.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
/// <param name="posWeight">A factor of targets, which broadcasts. Default: none.</param>
[Module]
public sealed partial class BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? posWeight = null)
{
    /// <summary>A factor of each loss, which broadcasts; null: there is none.</summary>
    [Buffer]
    public Tensor? Weight { get; } = weight;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>A factor of targets, which broadcasts; null: there is none.</summary>
    [Buffer]
    public Tensor? PosWeight { get; } = posWeight;

    /// <summary>The loss.</summary>
    /// <param name="input">The logits.</param>
    /// <param name="target">Targets, in the same shape.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.BinaryCrossEntropyWithLogits(input, target, Weight, Reduction, PosWeight);
}
