using NnGen;

namespace Programs.Reinforcement.SampledActions;

/// <summary>REINFORCE with actions drawn by the network: the log probability of what was drawn carries the gradient.</summary>
[Module]
public partial class Policy
{
    private readonly Linear body = new(4, 8);
    private readonly Linear logits = new(8, 3);

    public (Tensor<long> Actions, Tensor LogProbabilities) Forward([Shape("N, 4")] Tensor state)
    {
        var log = F.LogSoftmax(logits.Forward(F.Relu(body.Forward(state))), 1);
        var actions = log.Exp().Multinomial(1);
        return (actions, log.Gather(1, actions).Squeeze(1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Policy(), n => [Tensor.Randn(n, 4)]) { IsSmooth = false };
}
