using NnGen;

namespace Programs.Constructors.SetMoreThanOnce;

// What a constructor sets under a condition, or more than once, is known only when the module is there.
[Module]
public partial class SetMoreThanOnce
{
    private readonly Linear fc;
    private readonly double scale = 1;
    private readonly int power = 1;

    public SetMoreThanOnce(int features, bool strong)
    {
        var hidden = features;
        hidden *= 2;
        if (strong)
        {
            scale = 3;
            power = 2;
        }

        fc = new Linear(features, hidden);
    }

    public Tensor Forward(Tensor x) => (fc.Forward(x) * scale).Tanh().Pow(power);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SetMoreThanOnce(3, true), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new SetMoreThanOnce(3, false), n => [Tensor.Randn(n, 3)]);
}
