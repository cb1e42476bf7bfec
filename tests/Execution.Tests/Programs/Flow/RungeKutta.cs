using NnGen;

namespace Programs.Flow.RungeKutta;

[Module]
public partial class RungeKutta(int steps)
{
    private readonly Linear field = new(2, 2);
    private readonly double step = 1.0 / steps;

    public Tensor Forward([Shape("N, 2")] Tensor y)
    {
        for (var i = 0; i < steps; i++)
        {
            var k1 = Derivative(y);
            var k2 = Derivative(y + k1 * (step / 2));
            var k3 = Derivative(y + k2 * (step / 2));
            var k4 = Derivative(y + k3 * step);
            y += (k1 + 2 * k2 + 2 * k3 + k4) * (step / 6);
        }

        return y;
    }

    private Tensor Derivative(Tensor y) => F.Tanh(field.Forward(y));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new RungeKutta(3), n => [Tensor.Randn(n, 2)]);
}
