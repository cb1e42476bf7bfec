using NnGen;

namespace Programs.Basics.SeveralResults;

[Module]
public partial class ActorCritic
{
    private readonly Linear affine = new(4, 8);
    private readonly Linear actionHead = new(8, 2);
    private readonly Linear valueHead = new(8, 1);

    public (Tensor Policy, Tensor Value) Forward([Shape("N, 4")] Tensor state)
    {
        var x = F.Relu(affine.Forward(state));
        var policy = F.Softmax(actionHead.Forward(x), dim: -1);
        var value = valueHead.Forward(x);
        return (policy, value);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ActorCritic(), n => [Tensor.Randn(n, 4)]);
}
