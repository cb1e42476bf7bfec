using NnGen;

namespace Programs.Basics.Polynomial;

// y = a + b x + c x^2 + d x^3, the custom module of "Learning PyTorch with Examples".
[Module]
public partial class Polynomial3
{
    public Parameter A { get; } = new(Tensor.Randn(1));
    public Parameter B { get; } = new(Tensor.Randn(1));
    public Parameter C { get; } = new(Tensor.Randn(1));
    public Parameter D { get; } = new(Tensor.Randn(1));

    public Tensor Forward(Tensor x) => A + B * x + C * x.Pow(2) + D * x.Pow(3);

    public override string ToString() => $"y = {A.Item()} + {B.Item()} x + {C.Item()} x^2 + {D.Item()} x^3";
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Polynomial3(), n => [Tensor.Randn(n, 7)]);
}
