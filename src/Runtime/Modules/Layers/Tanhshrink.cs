namespace NnGen;

/// <summary>x - tanh(x): torch.nn.Tanhshrink.</summary>
[Module]
public sealed partial class Tanhshrink
{
    /// <summary>x - tanh(x).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Tanhshrink(input);
}
