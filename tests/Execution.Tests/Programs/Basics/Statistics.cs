using NnGen;

namespace Programs.Basics.Statistics;

[Module]
public partial class Standardize
{
    private readonly Linear fc = new(5, 5);

    public Tensor Forward([Shape("N, 5")] Tensor x)
    {
        x = fc.Forward(x);
        var mean = x.Mean(1, keepDim: true);
        var std = x.Std(1, keepDim: true);
        return (x - mean) / (std + 1e-3);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Standardize(), n => [Tensor.Randn(n, 5)]);
}
