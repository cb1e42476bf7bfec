namespace NnGen;

/// <summary>Exponentials scaled so that they sum to 1 along a dim: torch.nn.Softmax.</summary>
/// <param name="dim">The dim, counted from the end where negative. PyTorch's default, which guesses from the rank, is not offered.</param>
[Module]
public sealed partial class Softmax(int dim)
{
    /// <summary>The dim.</summary>
    public int Dim { get; } = dim;

    /// <summary>Exponentials scaled so that they sum to 1 along a dim.</summary>
    /// <param name="input">Of any shape with that dim, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Softmax(input, Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}";
}
