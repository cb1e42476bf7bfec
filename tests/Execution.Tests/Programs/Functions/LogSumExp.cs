using NnGen;

namespace Programs.Functions.LogSumExp;

[Module]
public partial class EnergyModel
{
    private readonly Linear fc = new(4, 3);

    [return: Shape("N")]
    public Tensor Forward([Shape("N, 4")] Tensor x) => -fc.Forward(x).LogSumExp(1);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new EnergyModel(), n => [Tensor.Randn(n, 4)]);
}
