// NNG1001: 'F.CrossEntropy' takes 'targets' as [B·T] to match 'logits.View(-1, logits.Shape[^1])' [B·T, config.Vocab], but it is [B, T]: give one index each, not a row
public record GptConfig(int Vocab = 50257, int Block = 1024, int Layers = 12, int Heads = 12, int Dim = 768, double Dropout = 0.1);
[Module]
public partial class CausalSelfAttention(GptConfig config)
{
    private readonly Linear cAttn = new(config.Dim, 3 * config.Dim);
    private readonly Linear cProj = new(config.Dim, config.Dim);
    private readonly int heads = config.Heads;

    public Tensor Forward([Shape("B, T, config.Dim")] Tensor x)
    {
        var (B, T, C) = x.Shape;
        var parts = cAttn.Forward(x).Split(C, 2);
        var q = parts[0].View(B, T, heads, C / heads).Transpose(1, 2);
        var k = parts[1].View(B, T, heads, C / heads).Transpose(1, 2);
        var v = parts[2].View(B, T, heads, C / heads).Transpose(1, 2);
        var att = q.MatMul(k.Transpose(-2, -1)) * (1.0 / Math.Sqrt(C / heads));
        var mask = Tensor.Ones(T, T).Tril();
        att = att.MaskedFill(mask.Eq(0), float.NegativeInfinity);
        return cProj.Forward(F.Softmax(att, -1).MatMul(v).Transpose(1, 2).Contiguous().View(B, T, C));
    }
}

[Module]
public partial class GptBlock(GptConfig config)
{
    private readonly LayerNorm ln1 = new(config.Dim);
    private readonly CausalSelfAttention attn = new(config);
    private readonly LayerNorm ln2 = new(config.Dim);
    private readonly Sequential mlp = new(new Linear(config.Dim, 4 * config.Dim), new GELU(), new Linear(4 * config.Dim, config.Dim), new Dropout(config.Dropout));

    public Tensor Forward(Tensor x)
    {
        x = x + attn.Forward(ln1.Forward(x));
        return x + mlp.Forward(ln2.Forward(x));
    }
}

[Module]
public partial class Gpt(GptConfig config)
{
    private readonly Embedding wte = new(config.Vocab, config.Dim);
    private readonly Embedding wpe = new(config.Block, config.Dim);
    private readonly ModuleList<GptBlock> h = new(config.Layers, _ => new GptBlock(config));
    private readonly LayerNorm lnf = new(config.Dim);
    private readonly Linear head = new(config.Dim, config.Vocab, bias: false);

    public (Tensor Logits, Tensor? Loss) Forward([Shape("B, T")] Tensor<long> idx, [Shape("B, T")] Tensor<long>? targets = null)
    {
        var pos = Tensor<long>.Arange(idx.Shape[1]);
        var x = wte.Forward(idx) + wpe.Forward(pos);
        foreach (var block in h) x = block.Forward(x);
        var logits = head.Forward(lnf.Forward(x));
        Tensor? loss = null;
        if (targets is not null)
            loss = [|F.CrossEntropy(logits.View(-1, logits.Shape[^1]), targets)|];
        return (logits, loss);
    }
}
