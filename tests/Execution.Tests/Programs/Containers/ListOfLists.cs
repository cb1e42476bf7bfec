using NnGen;

namespace Programs.Containers.ListOfLists;

[Module]
public sealed partial class Stage(int depth, int width)
{
    private readonly ModuleList<Linear> layers = new(depth, _ => new Linear(width, width));

    public Tensor Forward([Shape("N, width")] Tensor x)
    {
        foreach (var layer in layers)
            x = F.Silu(layer.Forward(x)) + x;
        return x;
    }
}

[Module]
public partial class Stages(params int[] depths)
{
    private readonly ModuleList<Stage> stages = new(depths.Length, i => new Stage(depths[i], 3));

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        foreach (var stage in stages)
            x = stage.Forward(x) * 0.5;
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Stages(1, 0, 2), n => [Tensor.Randn(n, 3)]);
}
