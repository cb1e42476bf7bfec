using NnGen;

namespace Programs.Flow.BranchOnTraining;

[Module]
public partial class NoisyLayer
{
    private readonly Linear fc = new(3, 3);
    private readonly Linear auxiliary = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var y = fc.Forward(x);
        if (Training)
            y = y + 0.1 * auxiliary.Forward(x);
        return y;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new NoisyLayer(), n => [Tensor.Randn(n, 3)]);
}
