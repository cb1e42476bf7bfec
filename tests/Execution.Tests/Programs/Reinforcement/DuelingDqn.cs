using NnGen;

namespace Programs.Reinforcement.DuelingDqn;

[Module]
public partial class DuelingDqn
{
    private readonly Linear feature = new(4, 6);
    private readonly Linear advantage = new(6, 3);
    private readonly Linear value = new(6, 1);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        x = F.Relu(feature.Forward(x));
        var a = advantage.Forward(x);
        var v = value.Forward(x);
        return v + a - a.Mean(1, keepDim: true);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DuelingDqn(), n => [Tensor.Randn(n, 4)]);
}
