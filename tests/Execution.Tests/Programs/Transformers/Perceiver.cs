using NnGen;

namespace Programs.Transformers.Perceiver;

// A few latents read a long input by cross-attention and think about it by self-attention.
[Module]
public partial class Attention(int queryDim, int contextDim, int heads, int headDim)
{
    private readonly LayerNorm norm = new(queryDim);
    private readonly Linear toQ = new(queryDim, heads * headDim, bias: false);
    private readonly Linear toKv = new(contextDim, 2 * heads * headDim, bias: false);
    private readonly Linear toOut = new(heads * headDim, queryDim);

    public Tensor Forward([Shape("N, L, queryDim")] Tensor x, [Shape("N, M, contextDim")] Tensor context)
    {
        var q = Split(toQ.Forward(norm.Forward(x)));
        var (k, v) = toKv.Forward(context).Chunk(2, dim: -1);
        var y = F.ScaledDotProductAttention(q, Split(k), Split(v));
        return x + toOut.Forward(y.Transpose(1, 2).Flatten(2));
    }

    private Tensor Split(Tensor x) => x.View([.. x.Shape[..^1], heads, headDim]).Transpose(1, 2);
}

[Module]
public partial class FeedForward(int dim)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Linear up = new(dim, 4 * dim);
    private readonly Linear down = new(2 * dim, dim);

    public Tensor Forward([Shape("N, L, dim")] Tensor x)
    {
        var (value, gate) = up.Forward(norm.Forward(x)).Chunk(2, dim: -1);
        return x + down.Forward(value * F.Gelu(gate));
    }
}

[Module]
public partial class Perceiver(int latents, int dim, int inputDim, int depth)
{
    private readonly Parameter latent = new(Tensor.Randn(latents, dim) * 0.5);
    private readonly Attention read = new(dim, inputDim, 1, 4);
    private readonly FeedForward readForward = new(dim);
    private readonly ModuleList<Attention> attentions = new(depth, _ => new Attention(dim, dim, 2, 3));
    private readonly ModuleList<FeedForward> forwards = new(depth, _ => new FeedForward(dim));
    private readonly Linear head = new(dim, 3);

    public Tensor Forward([Shape("N, M, inputDim")] Tensor data)
    {
        var x = latent.Unsqueeze(0).Expand(data.Shape[0], -1, -1);
        x = readForward.Forward(read.Forward(x, data));
        for (var i = 0; i < depth; i++)
            x = forwards[i].Forward(attentions[i].Forward(x, x));
        return head.Forward(x.Mean(1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Perceiver(3, 4, 5, 2), n => [Tensor.Randn(n, 6, 5)]);
}
