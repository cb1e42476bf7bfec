[Module]
public partial class SentenceClassifier(int vocab, int classes)
{
    private readonly Embedding embedding = new(vocab, 512);
    private readonly TransformerEncoderLayer layer = new(512, 8, 2048, 0.1, batchFirst: true);
    private readonly Linear head = new(512, classes);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var x = embedding.Forward(tokens) * Math.Sqrt(512);
        x = layer.Forward(x);
        return head.Forward(x.Mean(1));
    }
}
