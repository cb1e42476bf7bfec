[Module]
public partial class BahdanauAttention(int hidden)
{
    private readonly Linear query = new(hidden, hidden);
    private readonly Linear keys = new(hidden, hidden);
    private readonly Linear score = new(hidden, 1);

    public (Tensor Context, Tensor Weights) Forward([Shape("N, 1, hidden")] Tensor state, [Shape("N, S, hidden")] Tensor encoded)
    {
        var energies = score.Forward(F.Tanh(query.Forward(state) + keys.Forward(encoded))).Squeeze(2).Unsqueeze(1);
        var weights = F.Softmax(energies, -1);
        return (F.Bmm(weights, encoded), weights);
    }
}

[Module]
public partial class Step
{
    private readonly Embedding embedding = new(5000, 128);
    private readonly BahdanauAttention attention = new(256);
    private readonly GRU gru = new(128 + 256, 256, batchFirst: true);
    private readonly Linear output = new(256, 5000);

    public (Tensor Scores, Tensor State) Forward([Shape("N, 1")] Tensor<long> token, [Shape("1, N, 256")] Tensor state, [Shape("N, S, 256")] Tensor encoded)
    {
        var (context, _) = attention.Forward(state.Permute(1, 0, 2), encoded);
        var (y, next) = gru.Forward(F.Cat([embedding.Forward(token), context], 2), state);
        return (output.Forward(y), next);
    }
}
