using NnGen;

namespace Programs.Basics.NegativeLogLikelihood;

[Module]
public partial class DigitLoss
{
    private readonly Linear fc = new(6, 4);
    private readonly LogSoftmax logSoftmax = new(dim: 1);
    private readonly NLLLoss nll = new(reduction: Reduction.Sum);

    public Tensor Forward(Tensor x, Tensor<long> y) => nll.Forward(logSoftmax.Forward(fc.Forward(x)), y);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new DigitLoss(), n => [Tensor.Randn(n, 6), Tensor.Randint(0, 4, [n])]) { IsScalar = true };
}
