using NnGen;

namespace Programs.Flow.HyperparameterLoop;

[Module]
public partial class Iterated(int steps)
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        for (var i = 0; i < steps; i++)
            x = F.Tanh(fc.Forward(x));
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Iterated(0), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Iterated(12), n => [Tensor.Randn(n, 3)]);
}
