[Module]
public partial class Gru4Rec(int items, int hidden)
{
    private readonly Embedding embedding = new(items, hidden);
    private readonly GRU gru = new(hidden, hidden, numLayers: 2, dropout: 0.2);
    private readonly Linear output = new(hidden, items);

    public (Tensor Scores, Tensor State) Forward([Shape("T, N")] Tensor<long> sessions, [Shape("2, N, hidden")] Tensor state)
    {
        var (y, next) = gru.Forward(embedding.Forward(sessions), state);
        return (output.Forward(y), next);
    }
}
