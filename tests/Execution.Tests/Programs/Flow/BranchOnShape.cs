using NnGen;

namespace Programs.Flow.BranchOnShape;

[Module]
public partial class BranchOnShape
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var y = fc.Forward(x);
        if (x.Shape[0] > 2)
            y = y - y.Mean(0, keepDim: true);
        return y;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new BranchOnShape(), n => [Tensor.Randn(n, 3)]);
}
