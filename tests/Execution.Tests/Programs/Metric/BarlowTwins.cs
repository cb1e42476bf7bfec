using NnGen;

namespace Programs.Metric.BarlowTwins;

/// <summary>The correlation of two views' features is to be the identity (Zbontar et al. 2021).</summary>
[Module]
public partial class BarlowTwins(int features, double lambda = 0.005)
{
    private readonly Sequential encoder = new(new Linear(5, 8), new BatchNorm1d(8), new ReLU(), new Linear(8, features, bias: false));
    private readonly BatchNorm1d normalize = new(features, affine: false);
    [Buffer] private readonly Tensor diagonal = Tensor.Eye(features);

    public Tensor Forward([Shape("N, 5")] Tensor first, [Shape("N, 5")] Tensor second)
    {
        var z1 = normalize.Forward(encoder.Forward(first));
        var z2 = normalize.Forward(encoder.Forward(second));
        var c = z1.T.MatMul(z2) / first.Shape[0];
        var onDiagonal = ((c - 1) * diagonal).Square().Sum();
        var offDiagonal = (c * (1 - diagonal)).Square().Sum();
        return onDiagonal + lambda * offDiagonal;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new BarlowTwins(4), n => [Tensor.Randn(n + 4, 5), Tensor.Randn(n + 4, 5)]) { IsScalar = true, Tolerance = 2e-2 };
}
