using NnGen;

namespace Programs.Containers.SharedModule;

[Module]
public partial class Shared
{
    private readonly Linear fc = new(3, 3);
    private readonly Linear alias;

    public Shared() => alias = fc;

    public Tensor Forward([Shape("N, 3")] Tensor x) => alias.Forward(F.Tanh(fc.Forward(F.Tanh(fc.Forward(x)))));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Shared(), n => [Tensor.Randn(n, 3)]);
}
