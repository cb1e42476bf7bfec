namespace NnGen;

/// <summary>The absolute difference of input and target: torch.nn.L1Loss.</summary>
/// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
[Module]
public sealed partial class L1Loss(Reduction reduction = Reduction.Mean)
{
    /// <summary>What is made of the elements' losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">Of any shape.</param>
    /// <param name="target">Of the same shape.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward([Shape("*S")] Tensor input, [Shape("*S")] Tensor target) => F.L1Loss(input, target, Reduction);
}
