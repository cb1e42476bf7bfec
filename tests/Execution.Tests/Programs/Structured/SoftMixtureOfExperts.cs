using NnGen;

namespace Programs.Structured.SoftMixtureOfExperts;

[Module]
public partial class SoftMixture
{
    private readonly Linear gate = new(4, 3);
    private readonly ModuleList<Linear> experts = new(3, _ => new Linear(4, 2));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var weights = gate.Forward(x).Softmax(-1);
        var outputs = F.Stack([experts[0].Forward(x), experts[1].Forward(x), experts[2].Forward(x)], dim: 1);
        return (outputs * weights.Unsqueeze(-1)).Sum(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SoftMixture(), n => [Tensor.Randn(n, 4)]);
}
