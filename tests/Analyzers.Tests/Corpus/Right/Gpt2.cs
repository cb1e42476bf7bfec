[Module]
public partial class CausalSelfAttention(int nEmbd, int nHead, int blockSize)
{
    private readonly Linear cAttn = new(nEmbd, 3 * nEmbd);
    private readonly Linear cProj = new(nEmbd, nEmbd);
    [Buffer(Persistent = false)] private readonly Tensor mask = Tensor.Ones(blockSize, blockSize).Tril().View(1, 1, blockSize, blockSize);

    public Tensor Forward([Shape("B, T, nEmbd")] Tensor x)
    {
        int b = x.Size(0), t = x.Size(1), c = x.Size(2);
        var qkv = cAttn.Forward(x).Split(nEmbd, dim: 2);
        var q = qkv[0].View(b, t, nHead, c / nHead).Transpose(1, 2);
        var k = qkv[1].View(b, t, nHead, c / nHead).Transpose(1, 2);
        var v = qkv[2].View(b, t, nHead, c / nHead).Transpose(1, 2);
        var att = q.MatMul(k.Transpose(-2, -1)) * (1.0 / Math.Sqrt(c / nHead));
        att = att.MaskedFill(mask[.., .., ..t, ..t].Eq(0), double.NegativeInfinity);
        att = F.Softmax(att, -1);
        var y = att.MatMul(v).Transpose(1, 2).Contiguous().View(b, t, c);
        return cProj.Forward(y);
    }
}

[Module]
public partial class Block(int nEmbd, int nHead, int blockSize)
{
    private readonly LayerNorm ln1 = new(nEmbd);
    private readonly CausalSelfAttention attn = new(nEmbd, nHead, blockSize);
    private readonly LayerNorm ln2 = new(nEmbd);
    private readonly Sequential mlp = new(new Linear(nEmbd, 4 * nEmbd), new GELU(GeluApproximation.Tanh), new Linear(4 * nEmbd, nEmbd), new Dropout(0.1));

    public Tensor Forward([Shape("B, T, nEmbd")] Tensor x)
    {
        x = x + attn.Forward(ln1.Forward(x));
        x = x + mlp.Forward(ln2.Forward(x));
        return x;
    }
}

[Module]
public partial class Gpt2
{
    private const int VocabSize = 50257, BlockSize = 1024, Layers = 12, Heads = 12, Embedding = 768;
    private readonly Embedding wte = new(VocabSize, Embedding);
    private readonly Embedding wpe = new(BlockSize, Embedding);
    private readonly Dropout drop = new(0.1);
    private readonly ModuleList<Block> h = new(Layers, _ => new Block(Embedding, Heads, BlockSize));
    private readonly LayerNorm lnF = new(Embedding);
    private readonly Linear lmHead = new(Embedding, VocabSize, bias: false);

    [return: Shape("B, T, 50257")]
    public Tensor Forward([Shape("B, T")] Tensor<long> idx, [Shape("T")] Tensor<long> positions)
    {
        var x = drop.Forward(wte.Forward(idx) + wpe.Forward(positions));
        foreach (var block in h)
            x = block.Forward(x);
        return lmHead.Forward(lnF.Forward(x));
    }

    public Tensor Loss([Shape("B, T")] Tensor<long> idx, [Shape("T")] Tensor<long> positions, [Shape("B, T")] Tensor<long> targets)
    {
        var logits = Forward(idx, positions);
        return F.CrossEntropy(logits.View(-1, logits.Size(-1)), targets.View(-1));
    }
}
