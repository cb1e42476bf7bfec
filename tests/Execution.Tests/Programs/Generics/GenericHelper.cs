using NnGen;

namespace Programs.Generics.GenericHelper;

[Module]
public partial class Twice
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward(Tensor x) => Apply(fc, Apply(fc, x));

    private static Tensor Apply<T>(T layer, Tensor x)
        where T : Module, IModule<Tensor, Tensor>
        => layer.Forward(x).Tanh();
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Twice(), n => [Tensor.Randn(n, 3)]);
}
