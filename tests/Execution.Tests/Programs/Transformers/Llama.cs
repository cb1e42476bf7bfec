using NnGen;

namespace Programs.Transformers.Llama;

public sealed record LlamaConfig(int Vocabulary, int Dim, int Heads, int KvHeads, int Layers, int MaxLength, float Theta = 10000f)
{
    public int HeadDim => Dim / Heads;
}

/// <summary>Keys and values of the tokens before.</summary>
public readonly record struct KvCache(Tensor Keys, Tensor Values);

// Rotary embedding as in Hugging Face's Llama: halves, not pairs.
public static class Rotary
{
    public static (Tensor Cos, Tensor Sin) Table(int headDim, int length, float theta)
    {
        var inverse = 1.0 / Tensor.Full([], theta).Pow(Tensor.Arange(0, headDim, 2) / headDim);
        var angles = Tensor.Arange(length).Outer(inverse);
        return (angles.Cos(), angles.Sin());
    }

    public static Tensor RotateHalf(Tensor x)
    {
        var half = x.Shape[^1] / 2;
        var (a, b) = (x[Tensor.Ellipsis, ..half], x[Tensor.Ellipsis, half..]);
        return F.Cat([-b, a], dim: -1);
    }

    public static Tensor Apply(Tensor x, Tensor cos, Tensor sin) => x * F.Cat([cos, cos], -1) + RotateHalf(x) * F.Cat([sin, sin], -1);
}

[Module]
public partial class RmsNorm(int dim, float eps = 1e-6f)
{
    private readonly Parameter weight = new(Tensor.Ones(dim));

    public Tensor Forward(Tensor x) => x * (x.Square().Mean(-1, keepDim: true) + eps).Rsqrt() * weight;
}

// Grouped queries over a cache that grows.
[Module]
public partial class Attention(LlamaConfig config)
{
    private readonly Linear wq = new(config.Dim, config.Heads * config.HeadDim, bias: false);
    private readonly Linear wk = new(config.Dim, config.KvHeads * config.HeadDim, bias: false);
    private readonly Linear wv = new(config.Dim, config.KvHeads * config.HeadDim, bias: false);
    private readonly Linear wo = new(config.Heads * config.HeadDim, config.Dim, bias: false);

    public (Tensor Output, KvCache Cache) Forward(Tensor x, Tensor cos, Tensor sin, KvCache? past = null)
    {
        var (batch, length, _) = x.Shape;
        var q = wq.Forward(x).View(batch, length, config.Heads, config.HeadDim).Transpose(1, 2);
        var k = wk.Forward(x).View(batch, length, config.KvHeads, config.HeadDim).Transpose(1, 2);
        var v = wv.Forward(x).View(batch, length, config.KvHeads, config.HeadDim).Transpose(1, 2);
        q = Rotary.Apply(q, cos, sin);
        k = Rotary.Apply(k, cos, sin);
        if (past is { } cache)
        {
            k = F.Cat([cache.Keys, k], dim: 2);
            v = F.Cat([cache.Values, v], dim: 2);
        }

        var present = new KvCache(k, v);
        var groups = config.Heads / config.KvHeads;
        if (groups > 1)
        {
            k = k.RepeatInterleave(groups, 1);
            v = v.RepeatInterleave(groups, 1);
        }

        var y = F.ScaledDotProductAttention(q, k, v, isCausal: past is null);
        return (wo.Forward(y.Transpose(1, 2).Reshape(batch, length, -1)), present);
    }
}

[Module]
public partial class FeedForward(int dim, int hidden)
{
    private readonly Linear w1 = new(dim, hidden, false), w2 = new(hidden, dim, false), w3 = new(dim, hidden, false);

    public Tensor Forward(Tensor x) => w2.Forward(F.Silu(w1.Forward(x)) * w3.Forward(x));
}

[Module]
public partial class Block(LlamaConfig config)
{
    private readonly RmsNorm attentionNorm = new(config.Dim), ffnNorm = new(config.Dim);
    private readonly Attention attention = new(config);
    private readonly FeedForward feedForward = new(config.Dim, 2 * config.Dim);

    public (Tensor, KvCache) Forward(Tensor x, Tensor cos, Tensor sin, KvCache? past = null)
    {
        var (h, cache) = attention.Forward(attentionNorm.Forward(x), cos, sin, past);
        x = x + h;
        return (x + feedForward.Forward(ffnNorm.Forward(x)), cache);
    }
}

[Module]
public partial class Llama(LlamaConfig config)
{
    private readonly Embedding tokEmbeddings = new(config.Vocabulary, config.Dim);
    private readonly ModuleList<Block> layers = new(config.Layers, _ => new Block(config));
    private readonly RmsNorm norm = new(config.Dim);
    private readonly Linear output = new(config.Dim, config.Vocabulary, bias: false);
    [Buffer(Persistent = false)] private readonly Tensor cos = Rotary.Table(config.HeadDim, config.MaxLength, config.Theta).Cos;
    [Buffer(Persistent = false)] private readonly Tensor sin = Rotary.Table(config.HeadDim, config.MaxLength, config.Theta).Sin;

    // The prompt, then one more token over the caches of all layers.
    public Tensor Forward([Shape("N, T")] Tensor<long> tokens, [Shape("N, 1")] Tensor<long> next)
    {
        var length = tokens.Shape[1];
        var caches = new List<KvCache>();
        var h = tokEmbeddings.Forward(tokens);
        foreach (var layer in layers)
        {
            (h, var cache) = layer.Forward(h, cos[..length], sin[..length]);
            caches.Add(cache);
        }

        var first = output.Forward(norm.Forward(h));
        h = tokEmbeddings.Forward(next);
        for (var i = 0; i < layers.Count; i++)
            (h, caches[i]) = layers[i].Forward(h, cos[length..(length + 1)], sin[length..(length + 1)], caches[i]);
        return F.Cat([first, output.Forward(norm.Forward(h))], dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new Llama(new LlamaConfig(11, 8, 4, 2, 2, 16)), n => [Tensor.Randint(0, 11, [n, 5]), Tensor.Randint(0, 11, [n, 1])]);
}
