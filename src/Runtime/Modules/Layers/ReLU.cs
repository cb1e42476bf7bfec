namespace NnGen;

/// <summary>max(x, 0) of every element: torch.nn.ReLU.</summary>
[Module]
public sealed partial class ReLU
{
    /// <summary>max(x, 0) of every element.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Relu(input);
}
