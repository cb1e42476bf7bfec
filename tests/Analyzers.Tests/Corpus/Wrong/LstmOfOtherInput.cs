// NNG1001: 'lstm' takes 128 at dim 2, but 'embedding.Forward(tokens)' is [N, T, 100]: let 'lstm' take 100
[Module]
public partial class Tagger
{
    private readonly Embedding embedding = new(5000, 100);
    private readonly LSTM lstm = new(128, 256, batchFirst: true);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var (y, _) = [|lstm.Forward(embedding.Forward(tokens))|];
        return y;
    }
}
