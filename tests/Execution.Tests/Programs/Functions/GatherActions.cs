using NnGen;

namespace Programs.Functions.GatherActions;

[Module]
public partial class TakenActions
{
    private readonly Linear q = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor state, [Shape("N")] Tensor<long> action)
        => q.Forward(state).Gather(1, action.Unsqueeze(1)).Squeeze(1);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TakenActions(), n => [Tensor.Randn(n, 4), Tensor.Randint(0, 3, [n])]);
}
