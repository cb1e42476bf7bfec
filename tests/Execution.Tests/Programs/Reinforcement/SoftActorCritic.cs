using NnGen;
using System;

namespace Programs.Reinforcement.SoftActorCritic;

// SAC: a squashed Gaussian policy and the smaller of two critics; the noise is an input.
[Module]
public partial class SquashedGaussian
{
    private readonly Linear hidden = new(3, 8);
    private readonly Linear mean = new(8, 2);
    private readonly Linear logStd = new(8, 2);

    public (Tensor Action, Tensor LogProbability) Forward([Shape("N, 3")] Tensor state, [Shape("N, 2")] Tensor noise)
    {
        var h = F.Relu(hidden.Forward(state));
        var scale = logStd.Forward(h).Clamp(-5, 2);
        var u = mean.Forward(h) + scale.Exp() * noise;
        var gaussian = -0.5 * (noise * noise + 2 * scale + MathF.Log(2 * MathF.PI));
        var correction = 2 * (MathF.Log(2) - u - F.Softplus(-2 * u));
        return (u.Tanh(), (gaussian - correction).Sum(-1));
    }
}

[Module]
public partial class Critic
{
    private readonly Sequential q = new(new Linear(5, 8), new ReLU(), new Linear(8, 1));

    public Tensor Forward([Shape("N, 3")] Tensor state, [Shape("N, 2")] Tensor action) => q.Forward(F.Cat([state, action], dim: 1)).Squeeze(1);
}

[Module]
public partial class PolicyLoss(SquashedGaussian policy, Critic first, Critic second, float alpha = 0.2f)
{
    public Tensor Forward([Shape("N, 3")] Tensor state, [Shape("N, 2")] Tensor noise)
    {
        var (action, logp) = policy.Forward(state, noise);
        var (a, b) = (first.Forward(state, action), second.Forward(state, action));
        var smaller = F.Where(a.Lt(b), a, b);
        return (alpha * logp - smaller).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SquashedGaussian(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]);

    [Sample]
    public static Sample Loss()
        => new(() => new PolicyLoss(new SquashedGaussian(), new Critic(), new Critic()), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]) { IsScalar = true };
}
