// NNG1001: 'block' (Block(768, 16)) cannot take 'x' [N, 197, 512]: 'n1' takes 768 at dim 2, but 'x' is [N, 197, 512]: let 'n1' take 512
[Module]
public partial class Block(int dim, int heads)
{
    private readonly LayerNorm n1 = new(dim);
    private readonly LayerNorm n2 = new(dim);
    private readonly Linear qkv = new(dim, dim * 3);
    private readonly Linear proj = new(dim, dim);
    private readonly Sequential mlp = [new Linear(dim, dim * 4), new GELU(), new Linear(dim * 4, dim)];

    public Tensor Forward(Tensor x)
    {
        int b = x.Shape[0], n = x.Shape[1], c = x.Shape[2];
        var t = qkv.Forward(n1.Forward(x)).Reshape(b, n, 3, heads, c / heads).Permute(2, 0, 3, 1, 4);
        var (q, k, v) = (t[0], t[1], t[2]);
        var attn = F.Softmax(q.MatMul(k.Transpose(-2, -1)) / Math.Sqrt(c / heads), -1);
        x = x + proj.Forward(attn.MatMul(v).Transpose(1, 2).Reshape(b, n, c));
        return x + mlp.Forward(n2.Forward(x));
    }
}

[Module]
public partial class Mae
{
    private readonly Conv2d patch = new(3, 768, 16, 16);
    private readonly Parameter cls = new(Tensor.Zeros(1, 1, 768));
    private readonly Parameter pos = new(Tensor.Zeros(1, 197, 768));
    private readonly ModuleList<Block> encoder = new(12, _ => new Block(768, 12));
    private readonly Linear embed = new(768, 512);
    private readonly Parameter maskToken = new(Tensor.Zeros(1, 1, 512));
    private readonly ModuleList<Block> decoder = new(8, _ => new Block(768, 16));
    private readonly Linear pred = new(512, 16 * 16 * 3);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor images, [Shape("N, 49")] Tensor<long> keep, [Shape("N, 196")] Tensor<long> restore)
    {
        var n = images.Size(0);
        var x = patch.Forward(images).Flatten(2).Transpose(1, 2) + pos[.., 1..];
        x = x.Gather(1, keep.Unsqueeze(-1).Repeat(1, 1, 768));
        x = F.Cat([(cls + pos[.., ..1]).Expand(n, -1, -1), x], 1);
        foreach (var block in encoder) x = block.Forward(x);
        x = embed.Forward(x);
        var tokens = F.Cat([x[.., 1..], maskToken.Repeat(n, 196 - 49, 1)], 1);
        tokens = tokens.Gather(1, restore.Unsqueeze(-1).Repeat(1, 1, 512));
        x = F.Cat([x[.., ..1], tokens], 1);
        foreach (var block in decoder) x = [|block.Forward(x)|];
        return pred.Forward(x)[.., 1..];
    }
}
