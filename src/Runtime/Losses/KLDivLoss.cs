namespace NnGen;

/// <summary>The Kullback-Leibler divergence of log-probabilities from targets: torch.nn.KLDivLoss.</summary>
/// <param name="reduction">What is made of the elements' losses; <see cref="Reduction.BatchMean"/> is the divergence by its definition. Default: their mean.</param>
/// <param name="logTarget">Whether targets are logarithms. Default: no.</param>
[Module]
public sealed partial class KLDivLoss(Reduction reduction = Reduction.Mean, bool logTarget = false)
{
    /// <summary>What is made of the elements' losses; <see cref="Reduction.BatchMean"/> is the divergence by its definition.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Whether targets are logarithms.</summary>
    public bool LogTarget { get; } = logTarget;

    /// <summary>The loss.</summary>
    /// <param name="input">The log-probabilities.</param>
    /// <param name="target">The probabilities.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.KlDiv(input, target, Reduction, LogTarget);
}
