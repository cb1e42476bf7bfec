using NnGen;

namespace Programs.Containers.EmptyList;

[Module]
public partial class MaybeEmpty(int depth)
{
    private readonly ModuleList<Linear> layers = new(depth, _ => new Linear(2, 2));
    private readonly Linear last = new(2, 2);

    public Tensor Forward(Tensor x)
    {
        foreach (var layer in layers) { x = layer.Forward(x); }
        return last.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MaybeEmpty(0), n => [Tensor.Randn(n, 2)]);

    [Sample]
    public static Sample Create2() => new(() => new MaybeEmpty(9), n => [Tensor.Randn(n, 2)]);
}
