using NnGen;

namespace Programs.Sequences.CharLstm;

[Module]
public partial class CharLstm(int vocabulary, int hidden)
{
    private readonly Embedding encoder = new(vocabulary, 4);
    private readonly LSTM rnn = new(4, hidden, batchFirst: true);
    private readonly Linear decoder = new(hidden, vocabulary);

    public (Tensor Logits, (Tensor H, Tensor C) State) Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var (output, state) = rnn.Forward(encoder.Forward(tokens));
        return (decoder.Forward(output), state);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new CharLstm(7, 3), n => [Tensor.Randint(0, 7, [n, 5])]);
}
