using NnGen;

namespace Programs.Transformers.BertModel;

public sealed class BertOutput
{
    public Tensor LastHiddenState { get; set; } = Tensor.Zeros();

    public Tensor? PoolerOutput { get; set; }

    public Tensor? Attentions { get; set; }
}

// Hugging Face's BERT: defaults for what is left out, and an output of which options say what it holds.
[Module]
public partial class BertModel(int vocabulary, int dim, bool addPoolingLayer, bool outputAttentions)
{
    private readonly Embedding wordEmbeddings = new(vocabulary, dim, paddingIdx: 0);
    private readonly Embedding positionEmbeddings = new(16, dim);
    private readonly Embedding tokenTypeEmbeddings = new(2, dim);
    private readonly LayerNorm layerNorm = new(dim, eps: 1e-12);
    private readonly Linear query = new(dim, dim);
    private readonly Linear key = new(dim, dim);
    private readonly Linear value = new(dim, dim);
    private readonly Linear? pooler = addPoolingLayer ? new Linear(dim, dim) : null;

    public BertOutput Forward([Shape("N, T")] Tensor<long> inputIds, [Shape("N, T")] Tensor? attentionMask = null, [Shape("N, T")] Tensor<long>? tokenTypeIds = null)
    {
        var (n, t) = inputIds.Shape;
        attentionMask ??= Tensor.Ones(n, t);
        tokenTypeIds ??= Tensor<long>.Zeros(n, t);
        var mask = (1.0 - attentionMask.Unsqueeze(1)) * -10000.0;
        var positions = Tensor<long>.Arange(t).Expand(n, t);
        var h = wordEmbeddings.Forward(inputIds) + positionEmbeddings.Forward(positions) + tokenTypeEmbeddings.Forward(tokenTypeIds);
        h = layerNorm.Forward(h);
        var attention = F.Softmax(query.Forward(h).MatMul(key.Forward(h).Transpose(-1, -2)) / Math.Sqrt(dim) + mask, -1);
        var context = attention.MatMul(value.Forward(h));
        return new BertOutput
        {
            LastHiddenState = context,
            PoolerOutput = pooler is null ? null : F.Tanh(pooler.Forward(context[.., 0])),
            Attentions = outputAttentions ? attention : null,
        };
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Pooled() => new(() => new BertModel(9, 4, true, false), n => [Tensor.Randint(1, 9, [n, 5]), null, null]);

    [Sample]
    public static Sample WithAttentions()
        => new(() => new BertModel(9, 4, false, true), n => [Tensor.Randint(1, 9, [n, 5]), null, Tensor.Randint(0, 2, [n, 5])]);
}
