using NnGen;

namespace Programs.Regularization.StochasticDepth;

// torchvision's stochastic depth: rows are dropped by a mask that is an input.
[Module]
public partial class StochasticDepth(double survival)
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N, 1")] Tensor keep)
    {
        var branch = F.Relu(fc.Forward(x));
        return Training ? x + branch * keep / survival : x + branch;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new StochasticDepth(0.8), n => [Tensor.Randn(n, 3), Tensor.Rand(n, 1)]);
}
