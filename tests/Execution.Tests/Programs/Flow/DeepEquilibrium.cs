using NnGen;

namespace Programs.Flow.DeepEquilibrium;

// A fixed number of iterations towards z = tanh(W z + U x).
[Module]
public partial class DeepEquilibrium(int features, int iterations)
{
    private readonly Linear w = new(features, features);
    private readonly Linear u = new(features, features);

    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        var injected = u.Forward(x);
        var z = F.Tanh(injected);
        for (var i = 0; i < iterations; i++)
            z = F.Tanh(0.5 * w.Forward(z) + injected);
        return z;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DeepEquilibrium(3, 9), n => [Tensor.Randn(n, 3)]);
}
