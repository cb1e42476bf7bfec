using NnGen;

namespace Programs.Inheritance.DerivedModule;

[Module]
public partial class Base
{
    protected readonly Linear trunk = new(3, 4);

    public virtual Tensor Forward([Shape("N, 3")] Tensor x) => F.Relu(trunk.Forward(x));
}

[Module]
public partial class WithHead : Base
{
    private readonly Linear head = new(4, 2);

    public override Tensor Forward([Shape("N, 3")] Tensor x) => head.Forward(F.Tanh(trunk.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Base(), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new WithHead(), n => [Tensor.Randn(n, 3)]);
}
