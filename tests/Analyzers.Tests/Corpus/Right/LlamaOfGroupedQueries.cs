public sealed record Options(int Dim, int Heads, int KvHeads, int Hidden, int Layers, int Vocab, int MaxLength);
[Module]
public partial class Attention(Options o)
{
    private readonly int headDim = o.Dim / o.Heads;
    private readonly Linear wq = new(o.Dim, o.Dim, bias: false);
    private readonly Linear wk = new(o.Dim, o.Dim / o.Heads * o.KvHeads, bias: false);
    private readonly Linear wv = new(o.Dim, o.Dim / o.Heads * o.KvHeads, bias: false);
    private readonly Linear wo = new(o.Dim, o.Dim, bias: false);
    public Tensor Forward([Shape("B, T, o.Dim")] Tensor x, [Shape("T, D")] Tensor cos, [Shape("T, D")] Tensor sin)
    {
        var (b, t, _) = x.Shape;
        var q = Rotate(wq.Forward(x).View(b, t, o.Heads, headDim).Transpose(1, 2), cos, sin);
        var k = Rotate(wk.Forward(x).View(b, t, o.KvHeads, headDim).Transpose(1, 2), cos, sin).RepeatInterleave(o.Heads / o.KvHeads, 1);
        var v = wv.Forward(x).View(b, t, o.KvHeads, headDim).Transpose(1, 2).RepeatInterleave(o.Heads / o.KvHeads, 1);
        var y = F.ScaledDotProductAttention(q, k, v, isCausal: true);
        return wo.Forward(y.Transpose(1, 2).Reshape(b, t, o.Dim));
    }
    private static Tensor Rotate(Tensor x, Tensor cos, Tensor sin)
    {
        var half = x.Size(-1) / 2;
        var rotated = F.Cat([-x.Narrow(-1, half, half), x.Narrow(-1, 0, half)], dim: -1);
        return x * cos + rotated * sin;
    }
}
[Module]
public partial class SwiGlu(Options o)
{
    private readonly Linear w1 = new(o.Dim, o.Hidden, false), w2 = new(o.Hidden, o.Dim, false), w3 = new(o.Dim, o.Hidden, false);
    public Tensor Forward(Tensor x) => w2.Forward(F.Silu(w1.Forward(x)) * w3.Forward(x));
}
[Module]
public partial class Block(Options o)
{
    private readonly RMSNorm n1 = new(o.Dim), n2 = new(o.Dim);
    private readonly Attention attn = new(o);
    private readonly SwiGlu ff = new(o);
    public Tensor Forward(Tensor x, Tensor cos, Tensor sin)
    {
        x = x + attn.Forward(n1.Forward(x), cos, sin);
        return x + ff.Forward(n2.Forward(x));
    }
}
[Module]
public partial class Llama(Options o)
{
    private readonly Embedding embed = new(o.Vocab, o.Dim);
    private readonly ModuleList<Block> blocks = new(o.Layers, _ => new Block(o));
    private readonly RMSNorm norm = new(o.Dim);
    private readonly Linear lmHead = new(o.Dim, o.Vocab, bias: false);
    [Buffer(Persistent = false)] private readonly Tensor angles = Angles(o);
    private static Tensor Angles(Options o)
    {
        var d = o.Dim / o.Heads;
        var freq = 1f / (10000f * Tensor.Ones(d / 2)).Pow(Tensor.Arange(d / 2) * (2f / d));
        var outer = F.Outer(Tensor.Arange(o.MaxLength), freq);
        return F.Cat([outer, outer], -1);
    }
    public Tensor Forward([Shape("B, T")] Tensor<long> ids)
    {
        var h = embed.Forward(ids);
        var a = angles[..ids.Size(1)];
        var (cos, sin) = (a.Cos(), a.Sin());
        foreach (var block in blocks) h = block.Forward(h, cos, sin);
        return lmHead.Forward(norm.Forward(h));
    }
}
[Module]
public partial class Net
{
    private readonly Llama llama = new(new Options(Dim: 64, Heads: 8, KvHeads: 2, Hidden: 172, Layers: 2, Vocab: 320, MaxLength: 64));
    public Tensor Forward([Shape("B, 16")] Tensor<long> ids) => llama.Forward(ids);
}
