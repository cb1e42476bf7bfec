using NnGen;

namespace Programs.Functions.SplitHalves;

[Module]
public partial class SwiGluSplit
{
    private readonly Linear fc = new(4, 6);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var halves = fc.Forward(x).Split(3, -1);
        return F.Silu(halves[0]) * halves[1];
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SwiGluSplit(), n => [Tensor.Randn(n, 4)]);
}
