using NnGen;

namespace Programs.Reinforcement.PpoClip;

[Module]
public partial class PpoLoss(double clip = 0.2, double entropyWeight = 0.01)
{
    private readonly Linear actor = new(3, 4);

    public Tensor Forward([Shape("N, 3")] Tensor state, [Shape("N, 4")] Tensor taken, [Shape("N")] Tensor oldLogProbability, [Shape("N")] Tensor advantage)
    {
        var logp = actor.Forward(state).LogSoftmax(-1);
        var ratio = ((logp * taken).Sum(1) - oldLogProbability).Exp();
        var a = ratio * advantage;
        var b = ratio.Clamp(1 - clip, 1 + clip) * advantage;
        var smaller = a - F.Relu(a - b);
        var entropy = -(logp.Exp() * logp).Sum(1);
        return -(smaller + entropyWeight * entropy).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new PpoLoss(), n => [Tensor.Randn(n, 3), Tensor.Rand(n, 4), Tensor.Randn(n), Tensor.Randn(n)]) { IsScalar = true };
}
