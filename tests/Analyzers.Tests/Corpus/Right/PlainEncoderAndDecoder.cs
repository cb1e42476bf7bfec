var encoder = new Encoder(50, 32);
var decoder = new Linear(32, 50);
var tokens = Tensor.Randint(0, 50, [4, 12]);
var hidden = encoder.Call(tokens);
var logits = decoder.Call(hidden);
var loss = F.CrossEntropy(logits.View(-1, 50), tokens.View(-1));
loss.Backward();

[Module]
public partial class Encoder(int vocab, int width)
{
    private readonly Embedding embedding = new(vocab, width);
    private readonly GRU gru = new(width, width, batchFirst: true);

    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var (y, _) = gru.Forward(embedding.Forward(tokens));
        return y;
    }
}
