namespace NnGen;

/// <summary>log(sigmoid(x)): torch.nn.LogSigmoid.</summary>
[Module]
public sealed partial class LogSigmoid
{
    /// <summary>log(sigmoid(x)).</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.LogSigmoid(input);
}
