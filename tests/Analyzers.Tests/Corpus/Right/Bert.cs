[Module]
public partial class BertEmbeddings(int vocab, int hidden, int positions)
{
    private readonly Embedding wordEmbeddings = new(vocab, hidden, paddingIdx: 0);
    private readonly Embedding positionEmbeddings = new(positions, hidden);
    private readonly Embedding tokenTypeEmbeddings = new(2, hidden);
    [Name("LayerNorm")] private readonly LayerNorm norm = new(hidden, eps: 1e-12);
    private readonly Dropout dropout = new(0.1);
    [Buffer] private readonly Tensor<long> positionIds = Tensor.Arange(positions).Long();

    public Tensor Forward([Shape("B, T")] Tensor<long> ids, [Shape("B, T")] Tensor<long> types)
    {
        var t = ids.Size(1);
        var x = wordEmbeddings.Forward(ids) + tokenTypeEmbeddings.Forward(types) + positionEmbeddings.Forward(positionIds[..t]);
        return dropout.Forward(norm.Forward(x));
    }
}

[Module]
public partial class BertSelfAttention(int hidden, int heads)
{
    private readonly Linear query = new(hidden, hidden);
    private readonly Linear key = new(hidden, hidden);
    private readonly Linear value = new(hidden, hidden);
    private readonly Linear dense = new(hidden, hidden);
    private readonly LayerNorm norm = new(hidden);

    private Tensor SplitHeads(Tensor x) => x.View(x.Size(0), x.Size(1), heads, hidden / heads).Permute(0, 2, 1, 3);

    public Tensor Forward([Shape("B, T, hidden")] Tensor x, [Shape("B, T")] Tensor mask)
    {
        var q = SplitHeads(query.Forward(x));
        var k = SplitHeads(key.Forward(x));
        var v = SplitHeads(value.Forward(x));
        var scores = q.MatMul(k.Transpose(2, 3)) / Math.Sqrt(hidden / heads);
        scores = scores + (1 - mask.Unsqueeze(1).Unsqueeze(2)) * -10000.0;
        var context = F.Softmax(scores, -1).MatMul(v).Permute(0, 2, 1, 3).Reshape(x.Size(0), x.Size(1), hidden);
        return norm.Forward(dense.Forward(context) + x);
    }
}

[Module]
public partial class BertLayer(int hidden, int heads, int intermediate)
{
    private readonly BertSelfAttention attention = new(hidden, heads);
    private readonly Linear up = new(hidden, intermediate);
    private readonly Linear down = new(intermediate, hidden);
    private readonly LayerNorm norm = new(hidden);

    public Tensor Forward([Shape("B, T, hidden")] Tensor x, [Shape("B, T")] Tensor mask)
    {
        x = attention.Forward(x, mask);
        return norm.Forward(x + down.Forward(F.Gelu(up.Forward(x))));
    }
}

[Module]
public partial class BertForClassification(int labels)
{
    private readonly BertEmbeddings embeddings = new(30522, 768, 512);
    private readonly ModuleList<BertLayer> layer = new(12, _ => new BertLayer(768, 12, 3072));
    private readonly Linear pooler = new(768, 768);
    private readonly Linear classifier = new(768, labels);

    [return: Shape("B, labels")]
    public Tensor Forward([Shape("B, T")] Tensor<long> ids, [Shape("B, T")] Tensor<long> types, [Shape("B, T")] Tensor mask)
    {
        var x = embeddings.Forward(ids, types);
        foreach (var block in layer)
            x = block.Forward(x, mask);
        var pooled = F.Tanh(pooler.Forward(x[.., 0]));
        return classifier.Forward(pooled);
    }
}
