using NnGen;

namespace Programs.Flow.ModulesSideBySide;

// Python's zip, enumerate and reversed over lists of modules, parts and tensors.
[Module]
public partial class ModulesSideBySide(int levels)
{
    private readonly ModuleList<Linear> downs = new(levels, i => new Linear(4, 4));
    private readonly ModuleList<LayerNorm> norms = new(levels, i => new LayerNorm(4));
    private readonly ModuleList<Linear> ups = new(levels, i => new Linear(4, 4));

    public Tensor Forward([Shape("N, T, 4")] Tensor x)
    {
        var skips = new List<Tensor>();
        foreach (var (down, norm) in downs.Zip(norms))
        {
            x = F.Tanh(norm.Forward(down.Forward(x)));
            skips.Add(x);
        }

        foreach (var (up, skip) in Enumerable.Reverse(ups).Zip(Enumerable.Reverse(skips)))
            x = up.Forward(x) + skip;
        foreach (var (step, norm) in x.Unbind(1).Zip(norms))
            x = x + norm.Forward(step).Unsqueeze(1);
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ModulesSideBySide(3), n => [Tensor.Randn(n, 5, 4)]);
}
