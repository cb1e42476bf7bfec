using NnGen;

namespace Programs.Structured.DeepSets;

[Module]
public partial class DeepSets
{
    private readonly Sequential phi = new(new Linear(3, 5), new ReLU(), new Linear(5, 4));
    private readonly Sequential rho = new(new Linear(4, 4), new ReLU(), new Linear(4, 2));

    public Tensor Forward([Shape("N, S, 3")] Tensor set) => rho.Forward(phi.Forward(set).Sum(1));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DeepSets(), n => [Tensor.Randn(n, 4, 3)]);
}
