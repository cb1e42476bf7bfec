namespace NnGen;

/// <summary>The negative log-likelihood of counts under a Poisson distribution: torch.nn.PoissonNLLLoss.</summary>
/// <param name="logInput">Whether the input holds logarithms. Default: yes.</param>
/// <param name="full">Whether Stirling's approximation of the constant term is added. Default: no.</param>
/// <param name="eps">Added to an expectation before its logarithm is taken. Default: 1e-8.</param>
/// <param name="reduction">What is made of the losses. Default: their mean.</param>
[Module]
public sealed partial class PoissonNLLLoss(bool logInput = true, bool full = false, double eps = 1e-8, Reduction reduction = Reduction.Mean)
{
    /// <summary>Whether the input holds logarithms.</summary>
    public bool LogInput { get; } = logInput;

    /// <summary>Whether Stirling's approximation of the constant term is added.</summary>
    public bool Full { get; } = full;

    /// <summary>Added to an expectation before its logarithm is taken.</summary>
    public double Eps { get; } = eps;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss.</summary>
    /// <param name="input">The expectations, or their logarithms.</param>
    /// <param name="target">The counts.</param>
    /// <returns>A scalar, or a loss for each element where they are not reduced.</returns>
    public Tensor Forward(Tensor input, Tensor target) => F.PoissonNllLoss(input, target, LogInput, Full, Eps, Reduction);
}
