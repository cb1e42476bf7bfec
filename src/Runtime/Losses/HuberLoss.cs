namespace NnGen;

/// <summary>The squared difference where it is small, else the absolute one times a number: torch.nn.HuberLoss.</summary>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
/// <param name="delta">Where the square ends and the line begins. Default: 1.</param>
[Module]
public sealed partial class HuberLoss(Reduction reduction = Reduction.Mean, double delta = 1)
{
    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Where the square ends and the line begins.</summary>
    public double Delta { get; } = delta;

    /// <summary>The loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.HuberLoss(input, target, Reduction, Delta);
}
