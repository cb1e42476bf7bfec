namespace NnGen;

/// <summary>The negative log-likelihood of values under normal distributions: torch.nn.GaussianNLLLoss.</summary>
/// <param name="full">Whether the constant term is added. Default: no.</param>
/// <param name="eps">The smallest variance that is computed with. Default: 1e-6.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class GaussianNLLLoss(bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
{
    /// <summary>Whether the constant term is added.</summary>
    public bool Full { get; } = full;

    /// <summary>The smallest variance that is computed with.</summary>
    public double Eps { get; } = eps;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">The expectations.</param>
    /// <param name="target">The values, which broadcast to the input.</param>
    /// <param name="var">The variances: one for each element, or one for each row.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target, Tensor var) => F.GaussianNllLoss(input, target, var, Full, Eps, Reduction);
}
