using NnGen;

namespace Programs.Transformers.NanoGpt;

// karpathy/nanoGPT: the causal mask as a buffer, tied weights, and a loss where there are targets.
[Module]
public partial class CausalSelfAttention
{
    private readonly Linear cAttn;
    private readonly Linear cProj;
    private readonly int heads;
    private readonly int width;
    [Buffer(Persistent = false)] private readonly Tensor bias;

    public CausalSelfAttention(int width, int heads, int blockSize)
    {
        if (width % heads != 0)
            throw new ArgumentException("The width must divide by the heads.");
        (this.width, this.heads) = (width, heads);
        cAttn = new(width, 3 * width);
        cProj = new(width, width);
        bias = Tensor.Ones(blockSize, blockSize).Tril().View(1, 1, blockSize, blockSize);
    }

    public Tensor Forward(Tensor x)
    {
        var (B, T, C) = x.Shape;
        var qkv = cAttn.Forward(x).Split(width, dim: 2);
        var (q, k, v) = (qkv[0], qkv[1], qkv[2]);
        k = k.View(B, T, heads, C / heads).Transpose(1, 2);
        q = q.View(B, T, heads, C / heads).Transpose(1, 2);
        v = v.View(B, T, heads, C / heads).Transpose(1, 2);
        var att = q.MatMul(k.Transpose(-2, -1)) * (1.0 / Math.Sqrt(k.Size(-1)));
        att = att.MaskedFill(bias[.., .., ..T, ..T].Eq(0), double.NegativeInfinity);
        var y = F.Softmax(att, dim: -1).MatMul(v);
        return cProj.Forward(y.Transpose(1, 2).Contiguous().View(B, T, C));
    }
}

[Module]
public partial class Block(int width, int heads, int blockSize)
{
    private readonly LayerNorm ln1 = new(width);
    private readonly CausalSelfAttention attn = new(width, heads, blockSize);
    private readonly LayerNorm ln2 = new(width);
    private readonly Sequential mlp = new(new Linear(width, 4 * width), new GELU(), new Linear(4 * width, width));

    public Tensor Forward(Tensor x)
    {
        x = x + attn.Forward(ln1.Forward(x));
        return x + mlp.Forward(ln2.Forward(x));
    }
}

[Module]
public partial class NanoGpt
{
    private readonly Embedding wte;
    private readonly Embedding wpe;
    private readonly ModuleList<Block> h;
    private readonly LayerNorm lnF;
    private readonly Linear lmHead;
    private readonly int blockSize;

    public NanoGpt(int vocabulary, int width, int heads, int layers, int blockSize)
    {
        this.blockSize = blockSize;
        wte = new(vocabulary, width);
        wpe = new(blockSize, width);
        h = new(layers, _ => new Block(width, heads, blockSize));
        lnF = new(width);
        lmHead = new(width, vocabulary, bias: false);
        lmHead.Weight = wte.Weight;
    }

    public (Tensor Logits, Tensor? Loss) Forward([Shape("B, T")] Tensor<long> tokens, [Shape("B, T")] Tensor<long>? targets = null)
    {
        var length = tokens.Shape[1];
        if (length > blockSize)
            throw new ArgumentException($"{length} tokens are more than {blockSize}.");
        var x = wte.Forward(tokens) + wpe.Forward(Tensor<long>.Arange(length));
        foreach (var block in h)
            x = block.Forward(x);
        x = lnF.Forward(x);
        Tensor logits;
        Tensor? loss;
        if (targets is not null)
        {
            logits = lmHead.Forward(x);
            loss = F.CrossEntropy(logits.View(-1, logits.Size(-1)), targets.View(-1), ignoreIndex: -1);
        }
        else
        {
            logits = lmHead.Forward(x[.., ^1..]);
            loss = null;
        }

        return (logits, loss);
    }
}

// What trains it takes the loss alone.
[Module]
public partial class Training(NanoGpt model)
{
    public Tensor Forward([Shape("B, T")] Tensor<long> tokens, [Shape("B, T")] Tensor<long> targets)
    {
        var (_, loss) = model.Forward(tokens, targets);
        return loss!;
    }
}

// What generates takes the logits.
[Module]
public partial class Generation(NanoGpt model)
{
    public Tensor Forward([Shape("B, T")] Tensor<long> tokens)
    {
        var (logits, _) = model.Forward(tokens);
        return F.LogSoftmax(logits.Squeeze(1), dim: -1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Trained()
        => new(() => new Training(Create()), n => [Tensor.Randint(0, 7, [n, 5]), Tensor.Randint(0, 7, [n, 5])]) { IsScalar = true };

    [Sample]
    public static Sample Generated() => new(() => new Generation(Create()), n => [Tensor.Randint(0, 7, [n, 4])]);

    private static NanoGpt Create() => new(vocabulary: 7, width: 8, heads: 2, layers: 2, blockSize: 6);
}
