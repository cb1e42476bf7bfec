using NnGen;

namespace Programs.Constructors.RequiredProperties;

[Module]
public partial class Head
{
    public required Linear Projection { get; init; }

    public double Temperature { get; init; } = 1;

    public Tensor Forward(Tensor x) => F.Softmax(Projection.Forward(x) / Temperature, -1);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Head { Projection = new Linear(4, 3), Temperature = 0.5 }, n => [Tensor.Randn(n, 4)]);
}
