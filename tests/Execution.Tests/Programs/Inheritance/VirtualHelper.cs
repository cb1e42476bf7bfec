using NnGen;

namespace Programs.Inheritance.VirtualHelper;

[Module]
public partial class Net
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward(Tensor x) => Activate(fc.Forward(x));

    protected virtual Tensor Activate(Tensor x) => F.Relu(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Net(), n => [Tensor.Randn(n, 3)]);
}
