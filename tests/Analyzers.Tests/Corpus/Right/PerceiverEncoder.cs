[Module]
public partial class CrossAttention(int queryDim, int contextDim, int heads, int headDim)
{
    private readonly Linear toQ = new(queryDim, heads * headDim, bias: false);
    private readonly Linear toKv = new(contextDim, heads * headDim * 2, bias: false);
    private readonly Linear toOut = new(heads * headDim, queryDim);

    public Tensor Forward(Tensor x, Tensor context)
    {
        var (b, n, _) = x.Shape;
        var q = toQ.Forward(x).View(b, n, heads, headDim).Transpose(1, 2);
        var kv = toKv.Forward(context).Chunk(2, -1);
        var m = context.Shape[1];
        var k = kv[0].Reshape(b, m, heads, headDim).Transpose(1, 2);
        var v = kv[1].Reshape(b, m, heads, headDim).Transpose(1, 2);
        var y = F.ScaledDotProductAttention(q, k, v).Transpose(1, 2).Reshape(b, n, heads * headDim);
        return toOut.Forward(y);
    }
}

[Module]
public partial class PerceiverEncoder(int depth = 6)
{
    private readonly Parameter latents = new(Tensor.Randn(256, 512) * 0.02);
    private readonly CrossAttention cross = new(512, 261, 1, 64);
    private readonly ModuleList<CrossAttention> self = new(depth, _ => new CrossAttention(512, 512, 8, 64));
    private readonly LayerNorm norm = new(512);
    private readonly Linear head = new(512, 1000);

    public Tensor Forward([Shape("N, 50176, 261")] Tensor data)
    {
        var x = latents.Unsqueeze(0).Expand(data.Shape[0], -1, -1);
        x = x + cross.Forward(x, data);
        foreach (var layer in self)
            x = x + layer.Forward(x, x);
        return head.Forward(norm.Forward(x).Mean(1));
    }
}
