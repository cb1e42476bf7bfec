using NnGen;

namespace Programs.Functions.CumulativeSum;

[Module]
public partial class Cumulative
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, T, 3")] Tensor x) => fc.Forward(x).CumSum(1).Tanh();
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Cumulative(), n => [Tensor.Randn(n, 4, 3)]);
}
