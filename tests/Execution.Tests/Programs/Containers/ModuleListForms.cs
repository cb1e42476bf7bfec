using NnGen;

namespace Programs.Containers.ModuleListForms;

[Module]
public partial class ListForms
{
    private readonly ModuleList<Linear> collected = [new(3, 4), new(4, 3)];
    private readonly ModuleList<Linear> counted = new(2, i => new Linear(3, 3, bias: i == 0));
    public ModuleList<Module> Unused { get; } = [new Linear(3, 3), new Tanh()];

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        x = collected[1].Forward(F.Relu(collected[0].Forward(x)));
        foreach (var layer in counted)
            x = layer.Forward(x);
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ListForms(), n => [Tensor.Randn(n, 3)]);
}
