namespace NnGen;

/// <summary>How much scores of a sample's classes fail to exceed those of all others by 1: torch.nn.MultiLabelMarginLoss.</summary>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class MultiLabelMarginLoss(Reduction reduction = Reduction.Mean)
{
    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">Scores: <c>N, C</c>, or <c>C</c> for one sample.</param>
    /// <param name="target">The classes of each sample, ended by -1, in the same shape.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor<long> target) => F.MultiLabelMarginLoss(input, target, Reduction);
}
