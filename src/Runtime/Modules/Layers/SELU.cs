namespace NnGen;

/// <summary>The scaled exponential linear unit, which keeps mean and variance of a deep network: torch.nn.SELU.</summary>
[Module]
public sealed partial class SELU
{
    /// <summary>The scaled exponential linear unit, which keeps mean and variance of a deep network.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Selu(input);
}
