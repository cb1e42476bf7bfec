[Module]
public partial class AttentionBlock(int dim, int heads)
{
    private readonly MultiheadAttention attention = new(dim, heads, batchFirst: true);
    private readonly LayerNorm norm = new(dim);

    public Tensor Forward([Shape("B, Q, dim")] Tensor queries, [Shape("B, K, dim")] Tensor keys)
    {
        var (y, _) = attention.Forward(queries, keys, keys);
        return norm.Forward(queries + y);
    }
}

[Module]
public partial class SetTransformer(int inputs, int dim, int seeds, int outputs)
{
    private readonly Linear embed = new(inputs, dim);
    private readonly AttentionBlock encode = new(dim, 4);
    private readonly Parameter seed = new(Tensor.Randn(1, seeds, dim));
    private readonly AttentionBlock pool = new(dim, 4);
    private readonly Linear output = new(dim, outputs);

    public Tensor Forward([Shape("B, M, inputs")] Tensor x)
    {
        var h = embed.Forward(x);
        h = encode.Forward(h, h);
        return output.Forward(pool.Forward(seed.Expand(x.Size(0), -1, -1), h));
    }
}

[Module]
public partial class Counting
{
    private readonly SetTransformer model = new(2, 128, 4, 5);

    [return: Shape("B, 4, 5")]
    public Tensor Forward([Shape("B, M, 2")] Tensor points) => model.Forward(points);
}
