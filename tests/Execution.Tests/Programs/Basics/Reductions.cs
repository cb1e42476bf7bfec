using NnGen;

namespace Programs.Basics.Reductions;

[Module]
public partial class Reductions
{
    private readonly Parameter w = new(Tensor.Rand(4));

    public (Tensor Sum, Tensor Mean, Tensor Variance, Tensor Largest, Tensor Smallest) Forward([Shape("N, 3, 4")] Tensor x)
    {
        var y = x * w;
        var (values, _) = y.Min(-1);
        return (y.Sum(), y.Mean([1, 2]), y.Var(1), y.AMax(2, keepDim: true), values);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Reductions(), n => [Tensor.Randn(n, 3, 4)]);
}
