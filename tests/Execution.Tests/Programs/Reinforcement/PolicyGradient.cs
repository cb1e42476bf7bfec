using NnGen;

namespace Programs.Reinforcement.PolicyGradient;

[Module]
public partial class PolicyLoss
{
    private readonly Linear affine1 = new(4, 8);
    private readonly Dropout dropout = new(p: 0.6);
    private readonly Linear affine2 = new(8, 2);

    public Tensor Forward([Shape("N, 4")] Tensor state, [Shape("N")] Tensor<long> action, [Shape("N")] Tensor reward)
    {
        var x = dropout.Forward(affine1.Forward(state));
        var logits = affine2.Forward(F.Relu(x));
        var negativeLogProbability = F.CrossEntropy(logits, action, reduction: Reduction.None);
        return (negativeLogProbability * reward).Sum();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new PolicyLoss(), n => [Tensor.Randn(n, 4), Tensor.Randint(0, 2, [n]), Tensor.Randn(n)]) { IsScalar = true };
}
