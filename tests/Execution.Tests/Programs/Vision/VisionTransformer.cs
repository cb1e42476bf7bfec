using NnGen;

namespace Programs.Vision.VisionTransformer;

[Module]
public partial class PatchEmbed(int inChannels, int embedDim, int patchSize)
{
    private readonly Conv2d proj = new(inChannels, embedDim, kernelSize: patchSize, stride: patchSize);

    public Tensor Forward([Shape("N, inChannels, H, W")] Tensor x) => proj.Forward(x).Flatten(2).Transpose(1, 2);
}

[Module]
public partial class Attention(int dim, int numHeads)
{
    private readonly Linear qkv = new(dim, dim * 3);
    private readonly Linear proj = new(dim, dim);

    [return: Shape("B, N, dim")]
    public Tensor Forward([Shape("B, N, dim")] Tensor x)
    {
        var (b, n, c) = x.Shape;
        var parts = qkv.Forward(x).Reshape(b, n, 3, numHeads, c / numHeads).Permute(2, 0, 3, 1, 4);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var attn = q.MatMul(k.Transpose(-2, -1)) * (1 / Math.Sqrt(dim / numHeads));
        attn = attn.Softmax(-1);
        x = attn.MatMul(v).Transpose(1, 2).Reshape(b, n, c);
        return proj.Forward(x);
    }
}

[Module]
public partial class EncoderBlock(int dim, int numHeads)
{
    private readonly LayerNorm norm1 = new(dim);
    private readonly Attention attn = new(dim, numHeads);
    private readonly LayerNorm norm2 = new(dim);
    private readonly Sequential mlp = new(new Linear(dim, 2 * dim), new GELU(), new Linear(2 * dim, dim));

    public Tensor Forward([Shape("B, N, dim")] Tensor x)
    {
        x = x + attn.Forward(norm1.Forward(x));
        return x + mlp.Forward(norm2.Forward(x));
    }
}

[Module]
public partial class VisionTransformer
{
    private const int Dim = 4;
    private readonly PatchEmbed patchEmbed = new(1, Dim, 2);
    private readonly Parameter clsToken = new(Tensor.Randn(1, 1, Dim) * 0.02);
    private readonly Parameter posEmbed = new(Tensor.Randn(1, 5, Dim) * 0.02);
    private readonly ModuleList<EncoderBlock> blocks = [new(Dim, 2), new(Dim, 2)];
    private readonly LayerNorm norm = new(Dim);
    private readonly Linear head = new(Dim, 3);

    public Tensor Forward([Shape("N, 1, 4, 4")] Tensor x)
    {
        x = patchEmbed.Forward(x);
        x = F.Cat([clsToken.Expand(x.Shape[0], -1, -1), x], dim: 1);
        x = x + posEmbed;
        foreach (var block in blocks)
            x = block.Forward(x);
        x = norm.Forward(x);
        return head.Forward(x[.., 0]);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new VisionTransformer(), n => [Tensor.Randn(n, 1, 4, 4)]);
}
