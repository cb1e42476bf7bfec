using NnGen;

namespace Programs.Constructors.SettableHyperparameters;

[Module]
public partial class Scaled
{
    private readonly Linear fc = new(3, 3);

    public double Alpha { get; set; } = 0.25;

    public Tensor Forward(Tensor x) => x + Alpha * fc.Forward(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Scaled { Alpha = 0.75 }, n => [Tensor.Randn(n, 3)]);
}
