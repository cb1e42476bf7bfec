namespace NnGen;

/// <summary>x / (1 + |x|): torch.nn.Softsign.</summary>
[Module]
public sealed partial class Softsign
{
    /// <summary>x / (1 + |x|).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Softsign(input);
}
