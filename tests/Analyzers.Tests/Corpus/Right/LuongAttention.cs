[Module]
public partial class LuongDecoder(int vocab, int embedding, int hidden)
{
    private readonly Embedding embed = new(vocab, embedding);
    private readonly LSTM lstm = new(embedding, hidden, batchFirst: true);
    private readonly Linear align = new(hidden, hidden, bias: false);
    private readonly Linear combine = new(2 * hidden, hidden);
    private readonly Linear output = new(hidden, vocab);

    public Tensor Forward([Shape("N, T")] Tensor<long> target, [Shape("N, S, hidden")] Tensor encoded, [Shape("1, N, hidden")] Tensor h, [Shape("1, N, hidden")] Tensor c)
    {
        var (states, _) = lstm.Forward(embed.Forward(target), (h, c));
        var scores = F.Bmm(align.Forward(states), encoded.Transpose(1, 2));
        var context = F.Bmm(F.Softmax(scores, 2), encoded);
        return output.Forward(F.Tanh(combine.Forward(F.Cat([context, states], 2))));
    }
}
