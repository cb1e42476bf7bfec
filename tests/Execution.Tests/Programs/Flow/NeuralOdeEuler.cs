using NnGen;

namespace Programs.Flow.NeuralOdeEuler;

// dx/dt = f(x): Euler's steps through one network.
[Module]
public partial class OdeFunc
{
    private readonly Sequential net = new(new Linear(2, 5), new Tanh(), new Linear(5, 2));

    [return: Shape("N, 2")]
    public Tensor Forward([Shape("N, 2")] Tensor y) => net.Forward(y * y * y);
}

[Module]
public partial class NeuralOde(OdeFunc f, int steps, double end = 1)
{
    public Tensor Forward([Shape("N, 2")] Tensor y)
    {
        for (var i = 0; i < steps; i++)
            y = y + f.Forward(y) * (end / steps);
        return y;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new NeuralOde(new OdeFunc(), 10), n => [Tensor.Randn(n, 2)]);
}
