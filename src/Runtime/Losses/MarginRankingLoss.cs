namespace NnGen;

/// <summary>How far one input fails to exceed the other one by a margin: torch.nn.MarginRankingLoss.</summary>
/// <param name="margin">The margin. Default: 0.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean)
{
    /// <summary>The margin.</summary>
    public double Margin { get; } = margin;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <param name="target">1 where the first one should be larger, -1 where the second one should.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input1, Tensor input2, Tensor target) => F.MarginRankingLoss(input1, input2, target, Margin, Reduction);
}
