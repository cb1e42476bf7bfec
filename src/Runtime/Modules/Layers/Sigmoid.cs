namespace NnGen;

/// <summary>1 / (1 + exp(-x)) of every element: torch.nn.Sigmoid.</summary>
[Module]
public sealed partial class Sigmoid
{
    /// <summary>1 / (1 + exp(-x)) of every element.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Sigmoid(input);
}
