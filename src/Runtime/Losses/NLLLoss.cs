namespace NnGen;

/// <summary>The negative log-likelihood of log-probabilities: torch.nn.NLLLoss.</summary>
/// <param name="weight">A weight for each class. Default: 1.</param>
/// <param name="ignoreIndex">A target that does not count. Default: -100.</param>
/// <param name="reduction">What is made of the losses. Default: their weighted mean.</param>
[Module]
public sealed partial class NLLLoss(Tensor? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean)
{
    /// <summary>A weight for each class; null: 1.</summary>
    [Buffer]
    public Tensor? Weight { get; } = weight;

    /// <summary>A target that does not count.</summary>
    public long IgnoreIndex { get; } = ignoreIndex;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">Log-probabilities of the classes: [N, C], [N, C, d1, ...] or [C].</param>
    /// <param name="target">Classes: [N], [N, d1, ...] or [].</param>
    /// <returns>A scalar, or a loss for each target where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor<long> target) => F.NllLoss(input, target, Weight, IgnoreIndex, Reduction);
}
