using NnGen;

namespace Programs.Flow.DownwardLoop;

[Module]
public partial class Downward
{
    private readonly ModuleList<Linear> layers = new(3, _ => new Linear(3, 3));

    public Tensor Forward(Tensor x)
    {
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            var y = layers[i].Forward(x);
            x = y.Tanh() + x;
        }

        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Downward(), n => [Tensor.Randn(n, 3)]);
}
