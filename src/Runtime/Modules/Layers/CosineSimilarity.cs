namespace NnGen;

/// <summary>The cosine of the angle of two vectors along a dim: torch.nn.CosineSimilarity.</summary>
/// <param name="dim">The dim, counted from the end where negative. Default: 1.</param>
/// <param name="eps">The least length that is divided by. Default: 1e-8.</param>
[Module]
public sealed partial class CosineSimilarity(int dim = 1, double eps = 1e-8)
{
    /// <summary>The dim.</summary>
    public int Dim { get; } = dim;

    /// <summary>The least length that is divided by.</summary>
    public double Eps { get; } = eps;

    /// <summary>The cosine of each pair.</summary>
    /// <param name="x1">Of any shape with the dim.</param>
    /// <param name="x2">Of a shape that broadcasts with it.</param>
    /// <returns>Their shape without the dim.</returns>
    public Tensor Forward(Tensor x1, Tensor x2) => F.CosineSimilarity(x1, x2, Dim, Eps);
}
