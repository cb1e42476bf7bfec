using NnGen;

namespace Programs.Functions.Minimum;

[Module]
public partial class ClippedValueLoss
{
    private readonly Linear value = new(3, 1);

    public Tensor Forward([Shape("N, 3")] Tensor state, [Shape("N, 1")] Tensor returns)
    {
        var v = value.Forward(state);
        return F.Maximum((v - returns).Square(), (v.Clamp(-0.2, 0.2) - returns).Square()).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ClippedValueLoss(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 1)]) { IsScalar = true };
}
