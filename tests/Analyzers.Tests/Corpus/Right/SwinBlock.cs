[Module]
public partial class WindowAttention(int dim, int window, int heads)
{
    private readonly Linear qkv = new(dim, 3 * dim);
    private readonly Linear proj = new(dim, dim);
    private readonly Parameter bias = new(Tensor.Zeros(heads, window * window, window * window));

    public Tensor Forward([Shape("B, window * window, dim")] Tensor x)
    {
        var (b, n, c) = x.Shape;
        var parts = qkv.Forward(x).Reshape(b, n, 3, heads, c / heads).Permute(2, 0, 3, 1, 4).Unbind(0);
        var attention = (parts[0] * Math.Pow(c / heads, -0.5)).MatMul(parts[1].Transpose(-2, -1)) + bias;
        x = F.Softmax(attention, -1).MatMul(parts[2]).Transpose(1, 2).Reshape(b, n, c);
        return proj.Forward(x);
    }
}

[Module]
public partial class SwinBlock(int dim, int size, int window, int heads, int shift)
{
    private readonly LayerNorm norm1 = new(dim);
    private readonly WindowAttention attention = new(dim, window, heads);
    private readonly LayerNorm norm2 = new(dim);
    private readonly Sequential mlp = new(new Linear(dim, 4 * dim), new GELU(), new Linear(4 * dim, dim));

    public Tensor Forward([Shape("B, size * size, dim")] Tensor x)
    {
        var b = x.Size(0);
        var shortcut = x;
        x = norm1.Forward(x).View(b, size, size, dim);
        if (shift > 0)
            x = x.Roll([-shift, -shift], [1, 2]);
        x = x.View(b, size / window, window, size / window, window, dim).Permute(0, 1, 3, 2, 4, 5).Reshape(-1, window * window, dim);
        x = attention.Forward(x).View(b, size / window, size / window, window, window, dim).Permute(0, 1, 3, 2, 4, 5).Reshape(b, size, size, dim);
        if (shift > 0)
            x = x.Roll([shift, shift], [1, 2]);
        x = shortcut + x.Reshape(b, size * size, dim);
        return x + mlp.Forward(norm2.Forward(x));
    }
}

[Module]
public partial class PatchMerging(int dim, int size)
{
    private readonly LayerNorm norm = new(4 * dim);
    private readonly Linear reduction = new(4 * dim, 2 * dim, bias: false);

    public Tensor Forward([Shape("B, size * size, dim")] Tensor x)
    {
        x = x.View(-1, size / 2, 2, size / 2, 2, dim).Permute(0, 1, 3, 4, 2, 5).Reshape(-1, size * size / 4, 4 * dim);
        return reduction.Forward(norm.Forward(x));
    }
}

[Module]
public partial class Swin
{
    private readonly Conv2d embed = new(3, 96, 4, stride: 4);
    private readonly SwinBlock block1 = new(96, 56, 7, 3, 0);
    private readonly SwinBlock block2 = new(96, 56, 7, 3, 3);
    private readonly PatchMerging merge1 = new(96, 56);
    private readonly SwinBlock block3 = new(192, 28, 7, 6, 0);
    private readonly SwinBlock block4 = new(192, 28, 7, 6, 3);
    private readonly PatchMerging merge2 = new(192, 28);
    private readonly LayerNorm norm = new(384);
    private readonly Linear head = new(384, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = embed.Forward(x).Flatten(2).Transpose(1, 2);
        x = merge1.Forward(block2.Forward(block1.Forward(x)));
        x = merge2.Forward(block4.Forward(block3.Forward(x)));
        return head.Forward(norm.Forward(x).Mean(1));
    }
}
