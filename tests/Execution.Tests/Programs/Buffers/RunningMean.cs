using NnGen;

namespace Programs.Buffers.RunningMean;

[Module]
public partial class Centered
{
    [Buffer] private readonly Tensor mean = Tensor.Randn(4);
    [Buffer] private readonly Tensor<long> steps = Tensor<long>.Zeros(1);
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x - mean);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Centered(), n => [Tensor.Randn(n, 4)]);
}
