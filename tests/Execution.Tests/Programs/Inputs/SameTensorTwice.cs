using NnGen;

namespace Programs.Inputs.SameTensorTwice;

[Module]
public partial class Gram
{
    private readonly Parameter w = new(Tensor.Randn(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var h = x.MatMul(w);
        return h * h + h.MatMul(h.Transpose(0, 1)).Sum(1, keepDim: true);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Gram(), n => [Tensor.Randn(n, 4)]);
}
