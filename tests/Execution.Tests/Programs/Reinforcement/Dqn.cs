using NnGen;

namespace Programs.Reinforcement.Dqn;

// PyTorch's reinforcement learning tutorial: the values of the actions taken.
[Module]
public partial class Dqn(int observations, int actions)
{
    private readonly Linear layer1 = new(observations, 8);
    private readonly Linear layer2 = new(8, 8);
    private readonly Linear layer3 = new(8, actions);

    [return: Shape("N, actions")]
    public Tensor Forward([Shape("N, observations")] Tensor x)
    {
        x = F.Relu(layer1.Forward(x));
        x = F.Relu(layer2.Forward(x));
        return layer3.Forward(x);
    }
}

[Module]
public partial class TemporalDifference(Dqn policy, Dqn target, double gamma = 0.9)
{
    public Tensor Forward(Tensor state, Tensor actionMask, Tensor reward, Tensor nextState)
    {
        var q = (policy.Forward(state) * actionMask).Sum(1);
        var next = target.Forward(nextState).AMax(1).Detach();
        return F.MseLoss(q, reward + gamma * next);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new TemporalDifference(new Dqn(3, 2), new Dqn(3, 2)),
            n => [Tensor.Randn(n, 3), Tensor.Rand(n, 2), Tensor.Randn(n), Tensor.Randn(n, 3)])
        { IsScalar = true, IsSmooth = false };
}
