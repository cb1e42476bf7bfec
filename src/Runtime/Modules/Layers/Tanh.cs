namespace NnGen;

/// <summary>The hyperbolic tangent of every element: torch.nn.Tanh.</summary>
[Module]
public sealed partial class Tanh
{
    /// <summary>The hyperbolic tangent of every element.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Tanh(input);
}
