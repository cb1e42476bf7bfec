using NnGen;

namespace Programs.Transformers.MixtureOfDepths;

/// <summary>Only the tokens that a router picks go through the block; the others pass by (Raposo et al. 2024).</summary>
[Module]
public partial class Block(int width, int capacity)
{
    private readonly Linear router = new(width, 1);
    private readonly LayerNorm norm = new(width);
    private readonly Sequential mlp = new(new Linear(width, 2 * width), new GELU(), new Linear(2 * width, width));

    public Tensor Forward([Shape("N, T, width")] Tensor x)
    {
        var weights = router.Forward(x).Squeeze(-1);
        var (top, picked) = weights.TopK(capacity, 1);
        var index = picked.Unsqueeze(-1).Expand(-1, -1, width);
        var selected = x.Gather(1, index);
        var processed = mlp.Forward(norm.Forward(selected)) * top.Sigmoid().Unsqueeze(-1);
        return x.ScatterAdd(1, index, processed);
    }
}

[Module]
public partial class Net
{
    private readonly ModuleList<Block> blocks = new(2, _ => new Block(6, 3));

    public Tensor Forward([Shape("N, T, 6")] Tensor x)
    {
        foreach (var block in blocks)
            x = block.Forward(x);
        return x.Mean(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Net(), n => [Tensor.Randn(n, 5, 6)]);
}
