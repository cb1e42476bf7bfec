using NnGen;

namespace Programs.Shapes.BatchedMatMul;

[Module]
public partial class BatchedMatMul
{
    private readonly Parameter w = new(Tensor.Randn(4, 3));

    public Tensor Forward([Shape("N, 2, 4")] Tensor x, [Shape("N, 5, 3")] Tensor y)
    {
        var keys = x.MatMul(w);
        var scores = keys.MatMul(y.Transpose(1, 2));
        return scores.Softmax(-1).MatMul(y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new BatchedMatMul(), n => [Tensor.Randn(n, 2, 4), Tensor.Randn(n, 5, 3)]);
}
