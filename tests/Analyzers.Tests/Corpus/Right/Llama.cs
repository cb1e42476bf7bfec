[Module]
public partial class SwiGlu(int dim, int hidden)
{
    private readonly Linear gate = new(dim, hidden, bias: false);
    private readonly Linear up = new(dim, hidden, bias: false);
    private readonly Linear down = new(hidden, dim, bias: false);

    public Tensor Forward([Shape("*B, dim")] Tensor x) => down.Forward(F.Silu(gate.Forward(x)) * up.Forward(x));
}

[Module]
public partial class GroupedAttention(int dim, int heads, int kvHeads)
{
    private readonly int headDim = dim / heads;
    private readonly Linear q = new(dim, dim, bias: false);
    private readonly Linear k = new(dim, kvHeads * (dim / heads), bias: false);
    private readonly Linear v = new(dim, kvHeads * (dim / heads), bias: false);
    private readonly Linear o = new(dim, dim, bias: false);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
    {
        var (b, t, _) = x.Shape;
        var query = q.Forward(x).View(b, t, heads, headDim).Transpose(1, 2);
        var key = k.Forward(x).View(b, t, kvHeads, headDim).Transpose(1, 2).RepeatInterleave(heads / kvHeads, 1);
        var value = v.Forward(x).View(b, t, kvHeads, headDim).Transpose(1, 2).RepeatInterleave(heads / kvHeads, 1);
        var y = F.ScaledDotProductAttention(query, key, value, isCausal: true);
        return o.Forward(y.Transpose(1, 2).Reshape(b, t, dim));
    }
}

[Module]
public partial class LlamaBlock(int dim, int heads, int kvHeads, int hidden)
{
    private readonly RMSNorm attentionNorm = new(dim);
    private readonly GroupedAttention attention = new(dim, heads, kvHeads);
    private readonly RMSNorm ffnNorm = new(dim);
    private readonly SwiGlu ffn = new(dim, hidden);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
    {
        x = x + attention.Forward(attentionNorm.Forward(x));
        return x + ffn.Forward(ffnNorm.Forward(x));
    }
}

[Module]
public partial class Llama
{
    private readonly Embedding tokens = new(32000, 4096);
    private readonly ModuleList<LlamaBlock> layers = new(32, _ => new LlamaBlock(4096, 32, 8, 14336));
    private readonly RMSNorm norm = new(4096);
    private readonly Linear output = new(4096, 32000, bias: false);

    [return: Shape("B, T, 32000")]
    public Tensor Forward([Shape("B, T")] Tensor<long> ids)
    {
        var x = tokens.Forward(ids);
        foreach (var layer in layers)
            x = layer.Forward(x);
        return output.Forward(norm.Forward(x));
    }
}
