using NnGen;

namespace Programs.Transformers.CrossAttention;

[Module]
public partial class CrossAttention(int queryDim, int contextDim, int heads)
{
    private readonly Linear toQ = new(queryDim, queryDim, bias: false);
    private readonly Linear toK = new(contextDim, queryDim, bias: false);
    private readonly Linear toV = new(contextDim, queryDim, bias: false);
    private readonly Linear toOut = new(queryDim, queryDim);

    [return: Shape("B, L, queryDim")]
    public Tensor Forward([Shape("B, L, queryDim")] Tensor x, [Shape("B, S, contextDim")] Tensor? context = null, Tensor? mask = null)
    {
        var source = context ?? x;
        var (q, k, v) = (Split(toQ.Forward(x)), Split(toK.Forward(source)), Split(toV.Forward(source)));
        var y = F.ScaledDotProductAttention(q, k, v, mask);
        return toOut.Forward(Merge(y));
    }

    private Tensor Split(Tensor x)
    {
        var (b, t, c) = x.Shape;
        return x.View(b, t, heads, c / heads).Transpose(1, 2);
    }

    private static Tensor Merge(Tensor x)
    {
        var (b, h, t, d) = x.Shape;
        return x.Transpose(1, 2).Reshape(b, t, h * d);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new CrossAttention(4, 3, 2), n => [Tensor.Randn(n, 3, 4), Tensor.Randn(n, 5, 3), null]);

    [Sample]
    public static Sample Create2() => new(() => new CrossAttention(4, 4, 2), n => [Tensor.Randn(n, 3, 4), null, Tensor.Randn(3, 3)]);
}
