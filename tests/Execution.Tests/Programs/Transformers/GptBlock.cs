using NnGen;

namespace Programs.Transformers.GptBlock;

// nanoGPT's block: causal self-attention and a perceptron before which the norms stand.
[Module]
public partial class CausalSelfAttention(int nEmbd, int nHead)
{
    private readonly Linear cAttn = new(nEmbd, 3 * nEmbd);
    private readonly Linear cProj = new(nEmbd, nEmbd);

    public Tensor Forward([Shape("B, T, nEmbd")] Tensor x)
    {
        var (b, t, c) = x.Shape;
        var qkv = cAttn.Forward(x);
        var q = qkv[.., .., ..nEmbd].View(b, t, nHead, c / nHead).Transpose(1, 2);
        var k = qkv[.., .., nEmbd..(2 * nEmbd)].View(b, t, nHead, c / nHead).Transpose(1, 2);
        var v = qkv[.., .., (2 * nEmbd)..].View(b, t, nHead, c / nHead).Transpose(1, 2);
        var y = F.ScaledDotProductAttention(q, k, v, isCausal: true);
        return cProj.Forward(y.Transpose(1, 2).Reshape(b, t, c));
    }
}

[Module]
public partial class Mlp(int nEmbd, double dropout)
{
    private readonly Linear cFc = new(nEmbd, 4 * nEmbd);
    private readonly Linear cProj = new(4 * nEmbd, nEmbd);
    private readonly Dropout drop = new(dropout);

    [return: Shape("*B, nEmbd")]
    public Tensor Forward([Shape("*B, nEmbd")] Tensor x) => drop.Forward(cProj.Forward(F.Gelu(cFc.Forward(x), GeluApproximation.Tanh)));
}

[Module]
public sealed partial class Block(int nEmbd, int nHead, double dropout)
{
    private readonly LayerNorm ln1 = new(nEmbd);
    private readonly CausalSelfAttention attn = new(nEmbd, nHead);
    private readonly LayerNorm ln2 = new(nEmbd);
    private readonly Mlp mlp = new(nEmbd, dropout);

    public Tensor Forward([Shape("B, T, nEmbd")] Tensor x)
    {
        x = x + attn.Forward(ln1.Forward(x));
        x = x + mlp.Forward(ln2.Forward(x));
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Block(4, 2, 0), n => [Tensor.Randn(n, 3, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new Block(6, 3, 0.2), n => [Tensor.Randn(n, 2, 6)]);
}
