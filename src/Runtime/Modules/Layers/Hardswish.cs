namespace NnGen;

/// <summary>x·hardsigmoid(x): torch.nn.Hardswish.</summary>
[Module]
public sealed partial class Hardswish
{
    /// <summary>x·hardsigmoid(x).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Hardswish(input);
}
