namespace NnGen;

/// <summary>x·sigmoid(x): torch.nn.SiLU.</summary>
[Module]
public sealed partial class SiLU
{
    /// <summary>x·sigmoid(x).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Silu(input);
}
