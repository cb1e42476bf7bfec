using NnGen;

namespace Programs.Basics.LongChain;

[Module]
public partial class LongChain
{
    private readonly Parameter a = new(Tensor.Rand(5));

    public Tensor Forward(Tensor x)
        => ((((x * a).Tanh() + 1).Log() * 0.5).Sigmoid().Exp() - a.Square()).Sigmoid().Sqrt().Abs().Clamp(0.01, 0.99);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LongChain(), n => [Tensor.Rand(n, 5)]);
}
