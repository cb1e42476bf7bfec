using NnGen;

namespace Programs.Flow.LayerDrop;

// Structured dropout of whole layers while training, chosen by an input.
[Module]
public partial class LayerDrop(int depth)
{
    private readonly ModuleList<Linear> layers = new(depth, _ => new Linear(4, 4));
    private readonly LayerNorm norm = new(4);

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("depth")] Tensor keep)
    {
        for (var i = 0; i < layers.Count; i++)
        {
            if (Training && keep[i].Item() < 0.5f)
                continue;
            x = x + F.Gelu(layers[i].Forward(norm.Forward(x)));
        }

        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LayerDrop(6), n => [Tensor.Randn(n, 4), Tensor.Rand(6)]);
}
