// NNG1001: 'block' (ConformerBlock(144, 4)) cannot take 'x' [N, 99, 144]: 'conv' (ConvModule(dim)) cannot take 'x' [N, 99, 144]: 'depthwise' takes 1 channels, but 'y' from 'pointwise1' is [N, 288, 99]: let 'depthwise' take 2
[Module]
public partial class FeedForward(int dim, int mult = 4)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Linear w1 = new(dim, dim * mult);
    private readonly Linear w2 = new(dim * mult, dim);
    private readonly Dropout drop = new(0.1);

    public Tensor Forward(Tensor x) => drop.Forward(w2.Forward(drop.Forward(F.Silu(w1.Forward(norm.Forward(x))))));
}

[Module]
public partial class ConvModule(int dim, int kernel = 31)
{
    private readonly LayerNorm norm = new(dim);
    private readonly Conv1d pointwise1 = new(dim, 2 * dim, 1);
    private readonly Conv1d depthwise = new(dim, dim, kernel, padding: (kernel - 1) / 2, groups: dim);
    private readonly BatchNorm1d bn = new(dim);
    private readonly Conv1d pointwise2 = new(dim, dim, 1);

    public Tensor Forward(Tensor x)
    {
        var y = norm.Forward(x).Transpose(1, 2);
        y = pointwise1.Forward(y);
        y = F.Silu(bn.Forward(depthwise.Forward(y)));
        return pointwise2.Forward(y).Transpose(1, 2);
    }
}

[Module]
public partial class ConformerBlock(int dim, int heads)
{
    private readonly FeedForward ff1 = new(dim);
    private readonly LayerNorm norm = new(dim);
    private readonly MultiheadAttention attn = new(dim, heads, batchFirst: true);
    private readonly ConvModule conv = new(dim);
    private readonly FeedForward ff2 = new(dim);
    private readonly LayerNorm final = new(dim);

    public Tensor Forward(Tensor x)
    {
        x = x + 0.5 * ff1.Forward(x);
        var h = norm.Forward(x);
        var (a, _) = attn.Forward(h, h, h);
        x = x + a;
        x = x + conv.Forward(x);
        x = x + 0.5 * ff2.Forward(x);
        return final.Forward(x);
    }
}

[Module]
public partial class ConformerCtc
{
    private readonly Sequential subsample = new(new Conv2d(1, 144, 3, 2), new ReLU(), new Conv2d(144, 144, 3, 2), new ReLU());
    private readonly Linear proj = new(144 * 19, 144);
    private readonly ModuleList<ConformerBlock> blocks = new(16, _ => new ConformerBlock(144, 4));
    private readonly Linear head = new(144, 29);

    public Tensor Forward([Shape("N, 400, 80")] Tensor mel)
    {
        var x = subsample.Forward(mel.Unsqueeze(1));
        var (n, c, t, f) = x.Shape;
        x = proj.Forward(x.Permute(0, 2, 1, 3).Reshape(n, t, c * f));
        foreach (var block in blocks)
            x = [|block.Forward(x)|];
        return F.LogSoftmax(head.Forward(x), -1);
    }
}
