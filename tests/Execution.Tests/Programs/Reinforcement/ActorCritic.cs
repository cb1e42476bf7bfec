using NnGen;

namespace Programs.Reinforcement.ActorCritic;

// A shared trunk with a policy and a value, and the loss of advantage actor-critic.
[Module]
public partial class ActorCritic(int observations, int actions)
{
    private readonly Sequential trunk = new(new Linear(observations, 8), new Tanh(), new Linear(8, 8), new Tanh());
    private readonly Linear policy = new(8, actions);
    private readonly Linear value = new(8, 1);

    public (Tensor LogProbabilities, Tensor Value) Forward([Shape("N, observations")] Tensor observation)
    {
        var features = trunk.Forward(observation);
        return (policy.Forward(features).LogSoftmax(-1), value.Forward(features).Squeeze(-1));
    }
}

[Module]
public partial class AdvantageLoss(ActorCritic agent, double valueWeight = 0.5, double entropyWeight = 0.01)
{
    public Tensor Forward([Shape("N, D")] Tensor observations, [Shape("N")] Tensor<long> actions, [Shape("N")] Tensor returns)
    {
        var (logp, value) = agent.Forward(observations);
        var advantage = (returns - value).Detach();
        var taken = logp.Gather(1, actions.Unsqueeze(1)).Squeeze(1);
        var entropy = -(logp.Exp() * logp).Sum(1).Mean();
        return -(taken * advantage).Mean() + valueWeight * F.SmoothL1Loss(value, returns) - entropyWeight * entropy;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ActorCritic(3, 4), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Loss()
        => new(() => new AdvantageLoss(new ActorCritic(3, 4)), n => [Tensor.Randn(n, 3), Tensor.Randint(0, 4, [n]), Tensor.Randn(n)])
        { IsScalar = true, IsSmooth = false };
}
