using NnGen;

namespace Programs.Regularization.RecomputedNoise;

/// <summary>Noise of every kind in a part that is recomputed: the second run must draw what the first drew.</summary>
[Module]
[Recompute]
public partial class NoisyBlock(int width)
{
    private readonly Linear fc = new(width, width);
    private readonly Dropout dropout = new(0.25);

    public Tensor Forward([Shape("N, width")] Tensor x)
    {
        var h = F.Tanh(fc.Forward(x) + 0.1f * Tensor.Randn(x.Shape[0], width));
        h = dropout.Forward(h * Tensor.Rand(width));
        var kept = Tensor.Bernoulli(Tensor.Full(h.Shape, 0.7));
        return x + h * kept + Tensor.Normal(0, 0.1, [width]);
    }
}

[Module]
public partial class Net
{
    private readonly ModuleList<NoisyBlock> blocks = new(3, _ => new NoisyBlock(4));
    private readonly Linear head = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        foreach (var block in blocks)
            x = block.Forward(x);
        var order = Tensor.Randperm(x.Shape[0]);
        return head.Forward(x.IndexSelect(0, order)) * (Tensor.Randint(1, 4, [2]).Float() + 1f);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Net(), n => [Tensor.Randn(n, 4)]);
}
