using NnGen;

namespace Programs.Methods.ExpressionBodies;

[Module]
public partial class OneLiner
{
    readonly Linear fc = new(2, 2);
    public Tensor Forward(Tensor x) => fc.Forward(fc.Forward(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new OneLiner(), n => [Tensor.Randn(n, 2)]);
}
