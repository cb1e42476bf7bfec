namespace NnGen;

/// <summary>(x + 3) / 6 limited to the range from 0 to 1: torch.nn.Hardsigmoid.</summary>
[Module]
public sealed partial class Hardsigmoid
{
    /// <summary>(x + 3) / 6 limited to the range from 0 to 1.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Hardsigmoid(input);
}
