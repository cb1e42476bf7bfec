namespace NnGen;

/// <summary>x·tanh(softplus(x)): torch.nn.Mish.</summary>
[Module]
public sealed partial class Mish
{
    /// <summary>x·tanh(softplus(x)).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Mish(input);
}
