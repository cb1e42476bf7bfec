using NnGen;

namespace Programs.Flow.WhileLoop;

[Module]
public partial class Halving
{
    private readonly Linear fc = new(2, 2);

    public Tensor Forward([Shape("N, 2")] Tensor x)
    {
        var step = 1.0;
        while (step > 0.1)
        {
            x = x + fc.Forward(x).Tanh() * step;
            step /= 2;
        }

        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Halving(), n => [Tensor.Randn(n, 2)]);
}
