[Module]
public partial class Tagger(int vocab, int tags)
{
    private readonly Embedding embedding = new(vocab, 100);
    private readonly LSTM lstm = new(100, 128, numLayers: 2, batchFirst: true, dropout: 0.3, bidirectional: true);
    private readonly Linear fc = new(2 * 128, tags);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var (output, (h, c)) = lstm.Forward(embedding.Forward(tokens));
        return fc.Forward(output);
    }
}
