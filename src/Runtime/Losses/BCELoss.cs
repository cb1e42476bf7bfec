namespace NnGen;

/// <summary>The cross entropy of probabilities with targets between 0 and 1: torch.nn.BCELoss.</summary>
/// <param name="weight">A factor of each loss, which broadcasts. Default: none.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
{
    /// <summary>A factor of each loss, which broadcasts; null: there is none.</summary>
    [Buffer]
    public Tensor? Weight { get; } = weight;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">The probabilities.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.BinaryCrossEntropy(input, target, Weight, Reduction);
}
