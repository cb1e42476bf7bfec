using NnGen;

namespace Programs.Shapes.Broadcasting;

[Module]
public partial class PairwiseDistances
{
    private readonly Parameter centers = new(Tensor.Randn(4, 3));

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var difference = x.Unsqueeze(1) - centers.Unsqueeze(0);
        return (difference.Square().Sum(2) + 1e-4).Sqrt();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PairwiseDistances(), n => [Tensor.Randn(n, 3)]);
}
