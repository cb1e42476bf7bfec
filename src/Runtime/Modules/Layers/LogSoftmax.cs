namespace NnGen;

/// <summary>The logarithm of the softmax along a dim: torch.nn.LogSoftmax.</summary>
/// <param name="dim">The dim, counted from the end where negative. PyTorch's default, which guesses from the rank, is not offered.</param>
[Module]
public sealed partial class LogSoftmax(int dim)
{
    /// <summary>The dim.</summary>
    public int Dim { get; } = dim;

    /// <summary>The logarithm of the softmax along a dim.</summary>
    /// <param name="input">Of any shape with that dim, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.LogSoftmax(input, Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}";
}
