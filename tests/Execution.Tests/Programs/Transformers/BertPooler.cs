using NnGen;

namespace Programs.Transformers.BertPooler;

[Module]
public partial class BertEmbeddings(int vocabSize, int hiddenSize, int maxPositions)
{
    private readonly Embedding wordEmbeddings = new(vocabSize, hiddenSize, paddingIdx: 0);
    private readonly Embedding positionEmbeddings = new(maxPositions, hiddenSize);
    private readonly Embedding tokenTypeEmbeddings = new(2, hiddenSize);
    [Name("LayerNorm")] private readonly LayerNorm layerNorm = new(hiddenSize, eps: 1e-12);

    public Tensor Forward([Shape("B, T")] Tensor<long> inputIds, [Shape("B, T")] Tensor<long> tokenTypeIds, [Shape("T")] Tensor<long> positionIds)
    {
        var embeddings = wordEmbeddings.Forward(inputIds) + tokenTypeEmbeddings.Forward(tokenTypeIds);
        embeddings += positionEmbeddings.Forward(positionIds);
        return layerNorm.Forward(embeddings);
    }
}

[Module]
public partial class BertClassifier
{
    private readonly BertEmbeddings embeddings = new(8, 4, 5);
    private readonly Linear dense = new(4, 4);
    private readonly Linear classifier = new(4, 2);

    public Tensor Forward(Tensor<long> inputIds, Tensor<long> tokenTypeIds, Tensor<long> positionIds)
    {
        var hidden = embeddings.Forward(inputIds, tokenTypeIds, positionIds);
        var pooled = F.Tanh(dense.Forward(hidden[.., 0]));
        return classifier.Forward(pooled);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new BertClassifier(), n => [Tensor.Randint(0, 8, [n, 5]), Tensor.Randint(0, 2, [n, 5]), Tensor<long>.Arange(0, 5)]);
}
