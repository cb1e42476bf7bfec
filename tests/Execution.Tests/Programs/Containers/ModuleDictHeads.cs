using NnGen;

namespace Programs.Containers.ModuleDictHeads;

[Module]
public partial class MultiTask
{
    private readonly Linear trunk = new(4, 3);
    private readonly ModuleDict<Linear> heads = new(("age", new Linear(3, 1)), ("mood", new Linear(3, 2)));

    public (Tensor Age, Tensor Mood) Forward([Shape("N, 4")] Tensor x)
    {
        var h = F.Relu(trunk.Forward(x));
        return (heads["age"].Forward(h), heads["mood"].Forward(h));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MultiTask(), n => [Tensor.Randn(n, 4)]);
}
