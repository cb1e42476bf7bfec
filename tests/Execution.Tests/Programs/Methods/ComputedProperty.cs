using NnGen;

namespace Programs.Methods.ComputedProperty;

[Module]
public partial class NormalizedWeight
{
    private readonly Parameter direction = new(Tensor.Randn(3, 4));
    private readonly Parameter gain = new(Tensor.Ones(3, 1));

    private Tensor Weight => direction * (gain / (direction * direction).Sum(1, keepDim: true).Sqrt());

    public Tensor Forward([Shape("N, 4")] Tensor x) => F.Linear(x, Weight);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new NormalizedWeight(), n => [Tensor.Randn(n, 4)]);
}
