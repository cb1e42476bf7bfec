using NnGen;

namespace Programs.Constructors.EnumOption;

public enum Kind
{
    Plain,
    Gated,
    Residual,
}

[Module]
public partial class Mixing(int features, Kind kind)
{
    private readonly Linear main = new(features, features);
    private readonly Linear gate = new(features, features);

    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        switch (kind)
        {
            case Kind.Gated:
                return main.Forward(x) * F.Sigmoid(gate.Forward(x));
            case Kind.Residual:
                return x + main.Forward(x);
            default:
                return main.Forward(x);
        }
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Mixing(3, Kind.Plain), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Mixing(3, Kind.Gated), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create3() => new(() => new Mixing(3, Kind.Residual), n => [Tensor.Randn(n, 3)]);
}
