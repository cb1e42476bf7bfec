using NnGen;

namespace Programs.Buffers.BatchNormalized;

[Module]
public partial class Normalized
{
    private readonly Linear fc1 = new(4, 5);
    private readonly BatchNorm1d bn1 = new(5, momentum: 0.2);
    private readonly BatchNorm1d bn2 = new(5, affine: false);

    public Tensor Forward([Shape("N, 4")] Tensor x) => bn2.Forward(F.Tanh(bn1.Forward(fc1.Forward(x))));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Normalized(), n => [Tensor.Randn(n + 2, 4)]);
}
