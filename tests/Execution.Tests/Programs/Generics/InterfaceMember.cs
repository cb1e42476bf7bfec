using NnGen;

namespace Programs.Generics.InterfaceMember;

[Module]
public partial class Wrapped(IModule<Tensor, Tensor> inner)
{
    public Tensor Forward([Shape("N, 3")] Tensor x) => inner.Forward(x) * 2;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Wrapped(new Linear(3, 2)), n => [Tensor.Randn(n, 3)]);
}
