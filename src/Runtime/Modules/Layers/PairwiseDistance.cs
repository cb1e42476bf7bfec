namespace NnGen;

/// <summary>The p-norm of the difference of two vectors: torch.nn.PairwiseDistance.</summary>
/// <param name="p">Exponent of the norm. Default: 2.</param>
/// <param name="eps">Added to each element of the difference. Default: 1e-6.</param>
/// <param name="keepdim">Whether the last dim stays, with size 1. Default: no.</param>
[Module]
public sealed partial class PairwiseDistance(double p = 2, double eps = 1e-6, bool keepdim = false)
{
    /// <summary>Exponent of the norm.</summary>
    public double Norm { get; } = p;

    /// <summary>Added to each element of the difference.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether the last dim stays.</summary>
    public bool Keepdim { get; } = keepdim;

    /// <summary>The distance of each pair.</summary>
    /// <param name="x1">[*B, D].</param>
    /// <param name="x2">[*B, D], or a shape that broadcasts.</param>
    /// <returns>[*B], or [*B, 1].</returns>
    public Tensor Forward(Tensor x1, Tensor x2) => F.PairwiseDistance(x1, x2, Norm, Eps, Keepdim);
}
