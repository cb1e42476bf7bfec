namespace NnGen;

/// <summary>x limited to the range from 0 to 6: torch.nn.ReLU6.</summary>
[Module]
public sealed partial class ReLU6
{
    /// <summary>x limited to the range from 0 to 6.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Relu6(input);
}
