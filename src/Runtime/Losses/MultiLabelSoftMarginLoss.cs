namespace NnGen;

/// <summary>The mean over the classes of each class's binary cross entropy of its logit: torch.nn.MultiLabelSoftMarginLoss.</summary>
/// <param name="weight">A weight for each class: <c>C</c>. Default: none.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
{
    /// <summary>A weight for each class: <c>C</c>; null: there is none.</summary>
    [Buffer]
    public Tensor? Weight { get; } = weight;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">Logits: <c>*B, C</c>.</param>
    /// <param name="target">1 for each class that a sample has, else 0, in the same shape.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.MultiLabelSoftMarginLoss(input, target, Weight, Reduction);
}
