namespace NnGen;

/// <summary>The first half of a dim times the logistic function of the second half: torch.nn.GLU.</summary>
/// <param name="dim">The dim, counted from the end where negative. Default: the last.</param>
[Module]
public sealed partial class GLU(int dim = -1)
{
    /// <summary>The dim.</summary>
    public int Dim { get; } = dim;

    /// <summary>The first half times the logistic function of the second half.</summary>
    /// <param name="input">Of any shape; the dim's size is even.</param>
    /// <returns>The shape of the input with half of the dim.</returns>
    public Tensor Forward(Tensor input) => F.Glu(input, Dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}";
}
