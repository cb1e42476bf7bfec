namespace NnGen;

/// <summary>Returns its input: torch.nn.Identity, to stand where another layer might.</summary>
[Module]
public sealed partial class Identity
{
    /// <summary>The input itself.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => input;
}
