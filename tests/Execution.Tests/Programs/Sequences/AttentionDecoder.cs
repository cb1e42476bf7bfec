using NnGen;

namespace Programs.Sequences.AttentionDecoder;

// Bahdanau's attention over the states of an encoder, one step.
[Module]
public partial class BahdanauAttention(int hidden)
{
    private readonly Linear Wa = new(hidden, hidden);
    private readonly Linear Ua = new(hidden, hidden);
    private readonly Linear Va = new(hidden, 1);

    public (Tensor Context, Tensor Weights) Forward([Shape("N, hidden")] Tensor query, [Shape("N, T, hidden")] Tensor keys)
    {
        var scores = Va.Forward(F.Tanh(Wa.Forward(query).Unsqueeze(1) + Ua.Forward(keys)));
        var weights = F.Softmax(scores.Squeeze(2).Unsqueeze(1), dim: -1);
        return (weights.MatMul(keys).Squeeze(1), weights);
    }
}

[Module]
public partial class AttentionDecoder
{
    private readonly Embedding embedding = new(6, 3);
    private readonly BahdanauAttention attention = new(4);
    private readonly GRUCell gru = new(7, 4);
    private readonly Linear output = new(4, 6);

    public (Tensor Output, Tensor Hidden, Tensor Weights) Forward([Shape("N")] Tensor<long> token, [Shape("N, 4")] Tensor hidden, [Shape("N, T, 4")] Tensor encoded)
    {
        var (context, weights) = attention.Forward(hidden, encoded);
        var input = F.Cat([embedding.Forward(token), context], dim: 1);
        hidden = gru.Forward(input, hidden);
        return (output.Forward(hidden), hidden, weights);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new AttentionDecoder(), n => [Tensor.Randint(0, 6, [n]), Tensor.Randn(n, 4), Tensor.Randn(n, 5, 4)]);
}
