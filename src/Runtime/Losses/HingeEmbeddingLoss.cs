namespace NnGen;

/// <summary>The input where the target is 1, and how far it stays below a margin where the target is -1: torch.nn.HingeEmbeddingLoss.</summary>
/// <param name="margin">The margin. Default: 1.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class HingeEmbeddingLoss(double margin = 1, Reduction reduction = Reduction.Mean)
{
    /// <summary>The margin.</summary>
    public double Margin { get; } = margin;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">Distances.</param>
    /// <param name="target">1 or -1 for each.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.HingeEmbeddingLoss(input, target, Margin, Reduction);
}
