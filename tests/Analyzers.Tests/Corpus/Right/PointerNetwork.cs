[Module]
public partial class PointerDecoder(int hidden)
{
    private readonly GRUCell cell = new(hidden, hidden);
    private readonly Linear w1 = new(hidden, hidden, bias: false);
    private readonly Linear w2 = new(hidden, hidden, bias: false);
    private readonly Linear v = new(hidden, 1, bias: false);

    public Tensor Forward([Shape("N, L, hidden")] Tensor encoded, [Shape("N, hidden")] Tensor state)
    {
        var x = encoded.Mean(1);
        var outputs = new List<Tensor>();
        for (var i = 0; i < encoded.Size(1); i++)
        {
            state = cell.Forward(x, state);
            var scores = v.Forward(F.Tanh(w1.Forward(encoded) + w2.Forward(state).Unsqueeze(1))).Squeeze(2);
            var weights = F.Softmax(scores, 1);
            x = weights.Unsqueeze(1).MatMul(encoded).Squeeze(1);
            outputs.Add(scores);
        }

        return F.Stack(outputs, 1);
    }
}
