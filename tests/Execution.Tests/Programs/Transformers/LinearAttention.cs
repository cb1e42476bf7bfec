using NnGen;

namespace Programs.Transformers.LinearAttention;

[Module]
public partial class LinearAttention(int dim)
{
    private readonly Linear q = new(dim, dim);
    private readonly Linear k = new(dim, dim);
    private readonly Linear v = new(dim, dim);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
    {
        var query = F.Elu(q.Forward(x)) + 1;
        var key = F.Elu(k.Forward(x)) + 1;
        var context = key.Transpose(1, 2).MatMul(v.Forward(x));
        var normalizer = query.MatMul(key.Sum(1).Unsqueeze(2));
        return query.MatMul(context) / (normalizer + 1e-6);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LinearAttention(3), n => [Tensor.Randn(n, 4, 3)]);
}
