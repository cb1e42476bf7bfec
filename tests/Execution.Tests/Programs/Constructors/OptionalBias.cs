using NnGen;

namespace Programs.Constructors.OptionalBias;

[Module]
public partial class MyLinear(int inFeatures, int outFeatures, bool bias = true)
{
    [Shape("outFeatures, inFeatures")]
    public Parameter Weight { get; } = new(Tensor.Randn(outFeatures, inFeatures));

    [Shape("outFeatures")]
    public Parameter? Bias { get; } = bias ? new(Tensor.Zeros(outFeatures)) : null;

    [return: Shape("*B, outFeatures")]
    public Tensor Forward([Shape("*B, inFeatures")] Tensor x) => F.Linear(x, Weight, Bias);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MyLinear(3, 2), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new MyLinear(3, 2, bias: false), n => [Tensor.Randn(n, 4, 3)]);
}
