using NnGen;

namespace Programs.Basics.NumbersOnEitherSide;

[Module]
public partial class NumbersOnEitherSide
{
    private readonly Parameter p = new(Tensor.Rand(3) + 1);

    public Tensor Forward(Tensor x)
    {
        var a = 1 - x * 2;
        var b = 2f / (p * p + 1.5);
        var c = (3 + a) / 4 - 0.5f * b;
        return -c * (x - 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new NumbersOnEitherSide(), n => [Tensor.Randn(n, 3)]);
}
