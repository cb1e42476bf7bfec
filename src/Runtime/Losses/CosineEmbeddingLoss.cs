namespace NnGen;

/// <summary>One minus the cosine of two vectors that should be alike, and how far that of two that should not exceeds a margin: torch.nn.CosineEmbeddingLoss.</summary>
/// <param name="margin">The margin. Default: 0.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean)
{
    /// <summary>The margin.</summary>
    public double Margin { get; } = margin;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input1">The first vectors: <c>N, D</c>, or <c>D</c>.</param>
    /// <param name="input2">The second vectors.</param>
    /// <param name="target">1 where they should be alike, -1 where they should not: <c>N</c>, or a scalar.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor input1, Tensor input2, Tensor target) => F.CosineEmbeddingLoss(input1, input2, target, Margin, Reduction);
}
