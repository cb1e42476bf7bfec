[Module]
public partial class Attention(int dim, int heads)
{
    private readonly int headDim = dim / heads;
    private readonly Linear qkv = new(dim, 3 * dim);
    private readonly Linear proj = new(dim, dim);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
    {
        var (b, t) = (x.Size(0), x.Size(1));
        var parts = qkv.Forward(x).Reshape(b, t, 3, heads, headDim).Permute(2, 0, 3, 1, 4);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var weights = F.Softmax(q.MatMul(k.Transpose(-2, -1)) * (1.0 / Math.Sqrt(headDim)), -1);
        return proj.Forward(weights.MatMul(v).Transpose(1, 2).Reshape(b, t, dim));
    }
}

[Module]
public partial class EncoderBlock(int dim, int heads, int mlp)
{
    private readonly LayerNorm norm1 = new(dim, eps: 1e-6);
    private readonly Attention attention = new(dim, heads);
    private readonly LayerNorm norm2 = new(dim, eps: 1e-6);
    private readonly Linear fc1 = new(dim, mlp);
    private readonly Linear fc2 = new(mlp, dim);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
    {
        x = x + attention.Forward(norm1.Forward(x));
        return x + fc2.Forward(F.Gelu(fc1.Forward(norm2.Forward(x))));
    }
}

[Module]
public partial class VisionTransformer
{
    private readonly Conv2d patches = new(3, 768, 16, stride: 16);
    private readonly Parameter classToken = new(Tensor.Zeros(1, 1, 768));
    private readonly Parameter positions = new(Tensor.Randn(1, 197, 768));
    private readonly ModuleList<EncoderBlock> blocks = new(12, _ => new EncoderBlock(768, 12, 3072));
    private readonly LayerNorm norm = new(768);
    private readonly Linear head = new(768, 1000);

    [return: Shape("B, 1000")]
    public Tensor Forward([Shape("B, 3, 224, 224")] Tensor x)
    {
        x = patches.Forward(x).Flatten(2).Transpose(1, 2);
        x = F.Cat([classToken.Expand(x.Size(0), -1, -1), x], 1) + positions;
        foreach (var block in blocks)
            x = block.Forward(x);
        return head.Forward(norm.Forward(x)[.., 0]);
    }
}
