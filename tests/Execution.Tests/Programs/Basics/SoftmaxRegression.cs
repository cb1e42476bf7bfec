using NnGen;

namespace Programs.Basics.SoftmaxRegression;

[Module]
public partial class SoftmaxRegression
{
    private readonly Parameter weight = new(Tensor.Randn(6, 3) * 0.1);
    private readonly Parameter bias = new(Tensor.Zeros(3));

    public Tensor Forward([Shape("N, 6")] Tensor x) => (x.MatMul(weight) + bias).LogSoftmax(-1);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SoftmaxRegression(), n => [Tensor.Randn(n, 6)]);
}
