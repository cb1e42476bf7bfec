using NnGen;

namespace Programs.Generics.GenericResidual;

[Module]
public partial class Residual<TInner>(TInner inner)
    where TInner : Module, IModule<Tensor, Tensor>
{
    private readonly Parameter scale = new(Tensor.Ones(1));

    public Tensor Forward(Tensor x) => x + inner.Forward(x) * scale;
}

[Module]
public partial class Net
{
    private readonly Residual<Linear> first = new(new Linear(3, 3));
    private readonly Residual<Tanh> second = new(new Tanh());

    public Tensor Forward([Shape("N, 3")] Tensor x) => second.Forward(first.Forward(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Net(), n => [Tensor.Randn(n, 3)]);
}
