// NNG1001: 'fc' takes 128 features, but 'embedding.Forward(tokens).Mean(1)' is [N, 100]: let 'fc' take 100
[Module]
public partial class Classifier(int vocab)
{
    private readonly Embedding embedding = new(vocab, 100);
    private readonly Linear fc = new(128, 2);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens) => [|fc.Forward(embedding.Forward(tokens).Mean(1))|];
}
