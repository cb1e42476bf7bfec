using NnGen;

namespace Programs.Reinforcement.GaussianPolicy;

[Module]
public partial class GaussianPolicy(int observations, int actions)
{
    private readonly Linear net = new(observations, 6);
    private readonly Linear mean = new(6, actions);
    private readonly Linear logStd = new(6, actions);

    public (Tensor Action, Tensor LogProbability) Forward([Shape("N, observations")] Tensor s, [Shape("N, actions")] Tensor noise)
    {
        var h = F.Relu(net.Forward(s));
        var mu = mean.Forward(h);
        var log = logStd.Forward(h).Clamp(-5, 2);
        var std = log.Exp();
        var u = mu + std * noise;
        var logProbability = -0.5 * ((u - mu) / std).Pow(2) - log - 0.5 * Math.Log(2 * Math.PI);
        var a = F.Tanh(u);
        logProbability -= (1 - a.Pow(2) + 1e-2).Log();
        return (a, logProbability.Sum(1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new GaussianPolicy(3, 2), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]);
}
