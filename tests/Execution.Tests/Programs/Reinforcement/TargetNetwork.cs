using NnGen;

namespace Programs.Reinforcement.TargetNetwork;

// Double DQN: the online network picks the action, the target network, which gets no gradient, says what it is worth.
[Module]
public partial class QNetwork
{
    private readonly Linear layer1 = new(4, 8);
    private readonly Linear layer2 = new(8, 8);
    private readonly Linear layer3 = new(8, 2);

    public Tensor Forward([Shape("N, 4")] Tensor state) => layer3.Forward(F.Relu(layer2.Forward(F.Relu(layer1.Forward(state)))));
}

[Module]
public partial class DoubleDqnLoss(QNetwork online, QNetwork target, double gamma = 0.99)
{
    public Tensor Forward(
        [Shape("N, 4")] Tensor state, [Shape("N")] Tensor<long> action, [Shape("N")] Tensor reward, [Shape("N, 4")] Tensor next, [Shape("N")] Tensor<bool> done)
    {
        var q = online.Forward(state).Gather(1, action.Unsqueeze(1)).Squeeze(1);
        Tensor expected;
        using (Autograd.NoGrad())
        {
            var best = online.Forward(next).ArgMax(1, keepDim: true);
            var value = target.Forward(next).Gather(1, best).Squeeze(1).MaskedFill(done, 0);
            expected = reward + gamma * value;
        }

        return F.SmoothL1Loss(q, expected);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(
            () => new DoubleDqnLoss(new QNetwork(), new QNetwork()),
            n => [Tensor.Randn(n, 4), Tensor.Randint(0, 2, [n]), Tensor.Randn(n), Tensor.Randn(n, 4), Tensor.Rand(n).Gt(0.5)])
        { IsScalar = true, IsSmooth = false };
}
