namespace NnGen;

/// <summary><c>log(1 + exp(-target · input))</c>: torch.nn.SoftMarginLoss.</summary>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class SoftMarginLoss(Reduction reduction = Reduction.Mean)
{
    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">1 or -1 for each.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.SoftMarginLoss(input, target, Reduction);
}
