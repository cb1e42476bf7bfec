using NnGen;

namespace Programs.Structured.TopKRouting;

[Module]
public partial class TopKRouting
{
    private readonly Linear gate = new(4, 3);
    private readonly ModuleList<Linear> experts = new(3, _ => new Linear(4, 2));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var (values, indices) = gate.Forward(x).TopK(2, -1);
        var weights = values.Softmax(-1);
        var outputs = F.Stack([experts[0].Forward(x), experts[1].Forward(x), experts[2].Forward(x)], dim: 1);
        var chosen = outputs.Gather(1, indices.Unsqueeze(-1).Expand(-1, -1, 2));
        return (chosen * weights.Unsqueeze(-1)).Sum(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TopKRouting(), n => [Tensor.Randn(n, 4)]);
}
