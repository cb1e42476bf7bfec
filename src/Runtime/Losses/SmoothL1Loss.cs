namespace NnGen;

/// <summary>The squared difference where it is small, else the absolute one: torch.nn.SmoothL1Loss.</summary>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
/// <param name="beta">Where the square ends and the line begins; 0: everywhere the line. Default: 1.</param>
[Module]
public sealed partial class SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1)
{
    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Where the square ends and the line begins; 0: everywhere the line.</summary>
    public double Beta { get; } = beta;

    /// <summary>The loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be, in the same shape.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.SmoothL1Loss(input, target, Reduction, Beta);
}
