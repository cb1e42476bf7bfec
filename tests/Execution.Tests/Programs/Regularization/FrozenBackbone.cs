using NnGen;

namespace Programs.Regularization.FrozenBackbone;

[Module]
public partial class Frozen
{
    private readonly Linear backbone = new(3, 4);
    private readonly Linear head = new(4, 2);

    public Frozen() => backbone.RequiresGrad = false;

    public Tensor Forward([Shape("N, 3")] Tensor x) => head.Forward(F.Relu(backbone.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Frozen(), n => [Tensor.Randn(n, 3)]);
}
