using NnGen;

namespace NanoGptSample;

/// <summary>Attention of each character to itself and those before it, in several heads.</summary>
[Module]
public partial class CausalSelfAttention(int embd, int heads)
{
    private readonly Linear cAttn = new(embd, 3 * embd, bias: false);
    private readonly Linear cProj = new(embd, embd, bias: false);

    [return: Shape("N, T, embd")]
    public Tensor Forward([Shape("N, T, embd")] Tensor x)
    {
        var (n, t, c) = x.Shape;
        var qkv = cAttn.Forward(x).View(n, t, 3, heads, c / heads).Permute(2, 0, 3, 1, 4);
        var y = F.ScaledDotProductAttention(qkv[0], qkv[1], qkv[2], isCausal: true);
        return cProj.Forward(y.Transpose(1, 2).Reshape(n, t, c));
    }
}

/// <summary>What each character makes of what it has attended to.</summary>
[Module]
public partial class Mlp(int embd)
{
    private readonly Linear cFc = new(embd, 4 * embd, bias: false);
    private readonly Linear cProj = new(4 * embd, embd, bias: false);

    public Tensor Forward([Shape("N, T, embd")] Tensor x) => cProj.Forward(F.Gelu(cFc.Forward(x)));
}

/// <summary>A layer of the transformer.</summary>
[Module]
public partial class Block(int embd, int heads)
{
    private readonly LayerNorm ln1 = new(embd, bias: false);
    private readonly CausalSelfAttention attn = new(embd, heads);
    private readonly LayerNorm ln2 = new(embd, bias: false);
    private readonly Mlp mlp = new(embd);

    [return: Shape("N, T, embd")]
    public Tensor Forward([Shape("N, T, embd")] Tensor x)
    {
        x = x + attn.Forward(ln1.Forward(x));
        return x + mlp.Forward(ln2.Forward(x));
    }
}

/// <summary>A GPT as nanoGPT has it (github.com/karpathy/nanoGPT): scores of the next character at every place.</summary>
[Module]
public partial class Gpt
{
    private readonly Embedding wte;
    private readonly Embedding wpe;
    private readonly ModuleList<Block> h;
    private readonly LayerNorm lnF;
    private readonly Linear lmHead;
    [Buffer(Persistent = false)] private readonly Tensor<long> positions;

    public Gpt(int vocabulary, int blockSize, int layers, int heads, int embd)
    {
        wte = new(vocabulary, embd);
        wpe = new(blockSize, embd);
        h = new(layers, _ => new Block(embd, heads));
        lnF = new(embd, bias: false);
        lmHead = new(embd, vocabulary, bias: false);
        positions = Tensor<long>.Arange(blockSize);
        foreach (var (name, parameter) in NamedParameters())
        {
            if (parameter.Rank == 2)
                Init.Normal_(parameter, 0, name.EndsWith("c_proj.weight", StringComparison.Ordinal) ? 0.02 / Math.Sqrt(2 * layers) : 0.02);
        }

        lmHead.Weight = wte.Weight;                             // what a character is stands in one table
    }

    /// <summary>Scores of shape <c>N, T, vocabulary</c>.</summary>
    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var x = wte.Forward(tokens) + wpe.Forward(positions[..tokens.Shape[1]]);
        foreach (var block in h)
            x = block.Forward(x);
        return lmHead.Forward(lnF.Forward(x));
    }
}

/// <summary>The loss of a <see cref="Gpt"/>, compiled together with it.</summary>
[Module]
public partial class GptLoss(Gpt gpt)
{
    public Tensor Forward([Shape("N, T")] Tensor<long> tokens, [Shape("N, T")] Tensor<long> targets)
        => F.CrossEntropy(gpt.Forward(tokens).Flatten(0, 1), targets.Flatten());
}
