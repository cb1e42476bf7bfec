using NnGen;

namespace Programs.Constructors.StructOptions;

public readonly record struct Config(int Width, int Depth, double Scale);

[Module]
public partial class FromConfig
{
    private readonly Linear first;
    private readonly ModuleList<Linear> rest;
    private readonly double scale;

    public FromConfig(Config config)
    {
        first = new Linear(3, config.Width);
        rest = new ModuleList<Linear>(config.Depth, _ => new Linear(config.Width, config.Width));
        scale = config.Scale;
    }

    public Tensor Forward(Tensor x)
    {
        x = first.Forward(x);
        foreach (var layer in rest)
            x = x + F.Tanh(layer.Forward(x)) * scale;
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new FromConfig(new Config(4, 3, 0.5)), n => [Tensor.Randn(n, 3)]);
}
