using NnGen;

namespace Programs.Basics.ScaleAndShift;

[Module]
public partial class ScaleAndShift
{
    [Shape("4")] public readonly Parameter scale = new(Tensor.Rand(4));
    [Shape("4")] public readonly Parameter shift = new(Tensor.Rand(4));
    [Buffer] private readonly Tensor mean = Tensor.Full([4], 0.5);

    public Tensor Forward([Shape("*B, 4")] Tensor x) => (x - mean) * scale + shift;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ScaleAndShift(), n => [Tensor.Randn(n, 3, 4)]);
}
