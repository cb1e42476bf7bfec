using NnGen;

namespace Programs.Sequences.SentimentGru;

[Module]
public partial class Sentiment
{
    private readonly Embedding embedding = new(9, 4, paddingIdx: 0);
    private readonly GRU gru = new(4, 3, numLayers: 2, batchFirst: true, bidirectional: true);
    private readonly Dropout dropout = new(0.3);
    private readonly Linear fc = new(6, 1);

    public Tensor Forward([Shape("N, T")] Tensor<long> text)
    {
        var embedded = dropout.Forward(embedding.Forward(text));
        var (output, hidden) = gru.Forward(embedded);
        var last = F.Cat([hidden[^2], hidden[^1]], dim: 1);
        return fc.Forward(dropout.Forward(last)) + output.Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Sentiment(), n => [Tensor.Randint(0, 9, [n, 4])]);
}
