using NnGen;

namespace Programs.Transformers.Gpt;

// nanoGPT: token and position embeddings, blocks, tied head, loss.
[Module]
public sealed partial class Block(int width)
{
    private readonly LayerNorm ln1 = new(width, bias: false);
    private readonly Linear query = new(width, width), key = new(width, width), value = new(width, width);
    private readonly LayerNorm ln2 = new(width, bias: false);
    private readonly Sequential mlp = new(new Linear(width, 2 * width), new GELU(), new Linear(2 * width, width));

    public Tensor Forward([Shape("B, T, width")] Tensor x)
    {
        var h = ln1.Forward(x);
        x += F.ScaledDotProductAttention(query.Forward(h), key.Forward(h), value.Forward(h), isCausal: true);
        return x + mlp.Forward(ln2.Forward(x));
    }
}

[Module]
public partial class Gpt
{
    private readonly Embedding wte;
    private readonly Embedding wpe;
    private readonly ModuleList<Block> h;
    private readonly LayerNorm lnF;
    private readonly Linear lmHead;
    [Buffer(Persistent = false)] private readonly Tensor<long> positions;

    public Gpt(int vocabSize, int blockSize, int nLayer, int nEmbd)
    {
        wte = new Embedding(vocabSize, nEmbd);
        wpe = new Embedding(blockSize, nEmbd);
        h = new ModuleList<Block>(nLayer, _ => new Block(nEmbd));
        lnF = new LayerNorm(nEmbd);
        lmHead = new Linear(nEmbd, vocabSize, bias: false);
        lmHead.Weight = wte.Weight;
        positions = Tensor<long>.Arange(0, blockSize);
    }

    public Tensor Forward([Shape("B, T")] Tensor<long> idx)
    {
        var x = wte.Forward(idx) + wpe.Forward(positions);
        foreach (var block in h)
            x = block.Forward(x);
        return lmHead.Forward(lnF.Forward(x));
    }
}

[Module]
public partial class GptLoss(Gpt model)
{
    public Tensor Forward([Shape("B, T")] Tensor<long> idx, [Shape("B, T")] Tensor<long> targets)
    {
        var logits = model.Forward(idx);
        return F.CrossEntropy(logits.View(-1, logits.Shape[^1]), targets.View(-1));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Gpt(6, 4, 2, 4), n => [Tensor.Randint(0, 6, [n, 4])]);

    [Sample]
    public static Sample Create2()
        => new(() => new GptLoss(new Gpt(6, 4, 1, 4)),
            n => [Tensor.Randint(0, 6, [n, 4]), Tensor.Randint(0, 6, [n, 4])])
        { IsScalar = true };
}
