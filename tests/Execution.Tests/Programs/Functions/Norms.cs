using NnGen;

namespace Programs.Functions.Norms;

[Module]
public partial class CosineClassifier(double scale)
{
    private readonly Parameter weight = new(Tensor.Randn(3, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var unit = x / x.Norm(2, dim: 1, keepDim: true);
        return scale * F.Linear(unit, weight / weight.Norm(2, dim: 1, keepDim: true));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new CosineClassifier(4), n => [Tensor.Randn(n, 4)]);
}
