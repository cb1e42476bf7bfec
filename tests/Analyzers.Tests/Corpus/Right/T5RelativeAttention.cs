[Module]
public partial class T5Attention(int dModel, int dKv, int heads)
{
    private readonly Linear q = new(dModel, heads * dKv, bias: false);
    private readonly Linear k = new(dModel, heads * dKv, bias: false);
    private readonly Linear v = new(dModel, heads * dKv, bias: false);
    private readonly Linear o = new(heads * dKv, dModel, bias: false);
    private readonly Embedding relativeBias = new(32, heads);

    public Tensor Forward([Shape("B, Q, dModel")] Tensor x, [Shape("B, K, dModel")] Tensor memory, [Shape("Q, K")] Tensor<long> buckets)
    {
        var query = Heads(q.Forward(x));
        var key = Heads(k.Forward(memory));
        var value = Heads(v.Forward(memory));
        var scores = query.MatMul(key.Transpose(3, 2)) + relativeBias.Forward(buckets).Permute(2, 0, 1).Unsqueeze(0);
        var y = F.Softmax(scores, -1).MatMul(value).Transpose(1, 2).Reshape(x.Size(0), -1, heads * dKv);
        return o.Forward(y);
    }

    private Tensor Heads(Tensor x) => x.View(x.Size(0), -1, heads, dKv).Transpose(1, 2);
}

[Module]
public partial class T5Layer
{
    private readonly RMSNorm norm = new(512);
    private readonly T5Attention attention = new(512, 64, 8);
    private readonly RMSNorm norm2 = new(512);
    private readonly Linear wi = new(512, 2048, bias: false);
    private readonly Linear wo = new(2048, 512, bias: false);

    public Tensor Forward([Shape("B, T, 512")] Tensor x, [Shape("T, T")] Tensor<long> buckets)
    {
        var h = norm.Forward(x);
        x = x + attention.Forward(h, h, buckets);
        return x + wo.Forward(F.Relu(wi.Forward(norm2.Forward(x))));
    }
}
