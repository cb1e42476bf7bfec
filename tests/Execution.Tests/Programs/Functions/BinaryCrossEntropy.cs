using NnGen;

namespace Programs.Functions.BinaryCrossEntropy;

[Module]
public partial class Detector
{
    private readonly Linear fc = new(4, 1);
    private readonly BCEWithLogitsLoss criterion = new();

    public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N, 1")] Tensor y) => criterion.Forward(fc.Forward(x), y);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Detector(), n => [Tensor.Randn(n, 4), Tensor.Rand(n, 1)]) { IsScalar = true };
}
