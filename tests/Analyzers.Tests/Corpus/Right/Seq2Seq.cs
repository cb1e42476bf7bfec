[Module]
public partial class Encoder(int vocab, int emb, int hidden)
{
    private readonly Embedding embedding = new(vocab, emb);
    private readonly GRU gru = new(emb, hidden, batchFirst: true);

    public (Tensor Outputs, Tensor Hidden) Forward([Shape("N, S")] Tensor<long> source)
    {
        var (outputs, state) = gru.Forward(embedding.Forward(source));
        return (outputs, state);
    }
}

[Module]
public partial class Decoder(int vocab, int emb, int hidden)
{
    private readonly Embedding embedding = new(vocab, emb);
    private readonly GRU gru = new(emb + hidden, hidden, batchFirst: true);
    private readonly Linear attend = new(hidden, hidden);
    private readonly Linear project = new(hidden, vocab);

    public Tensor Forward([Shape("N, T")] Tensor<long> target, Tensor encoded, Tensor state)
    {
        var x = embedding.Forward(target);
        var scores = F.Softmax(attend.Forward(encoded).MatMul(state.Permute(1, 2, 0)), 1);
        var context = (scores * encoded).Sum(1, keepDim: true);
        var (y, _) = gru.Forward(F.Cat([x, context.Expand(x.Size(0), x.Size(1), hidden)], -1), state);
        return project.Forward(y);
    }
}

[Module]
public partial class Seq2Seq
{
    private readonly Encoder encoder = new(8000, 256, 512);
    private readonly Decoder decoder = new(10000, 256, 512);

    public Tensor Forward([Shape("N, S")] Tensor<long> source, [Shape("N, T")] Tensor<long> target)
    {
        var (outputs, state) = encoder.Forward(source);
        return decoder.Forward(target, outputs, state);
    }
}
