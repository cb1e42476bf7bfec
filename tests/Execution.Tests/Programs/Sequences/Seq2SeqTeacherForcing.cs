using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.Seq2SeqTeacherForcing;

// Encoder, decoder with teacher forcing, loss summed over time.
[Module]
public partial class Encoder
{
    private readonly Embedding embedding = new(6, 3);
    private readonly GRU gru = new(3, 4, batchFirst: true);

    public Tensor Forward([Shape("N, S")] Tensor<long> source)
    {
        var (_, hidden) = gru.Forward(embedding.Forward(source));
        return hidden[0];
    }
}

[Module]
public partial class Decoder
{
    private readonly Embedding embedding = new(7, 3);
    private readonly GRUCell cell = new(3, 4);
    private readonly Linear output = new(4, 7);

    public (Tensor Logits, Tensor Hidden) Forward([Shape("N")] Tensor<long> token, [Shape("N, 4")] Tensor hidden)
    {
        hidden = cell.Forward(F.Relu(embedding.Forward(token)), hidden);
        return (output.Forward(hidden), hidden);
    }
}

[Module]
public partial class Seq2Seq(Encoder encoder, Decoder decoder)
{
    public Tensor Forward([Shape("N, S")] Tensor<long> source, [Shape("N, T")] Tensor<long> target)
    {
        var hidden = encoder.Forward(source);
        var loss = Tensor.Zeros(1);
        for (var t = 0; t < target.Shape[1] - 1; t++)
        {
            (var logits, hidden) = decoder.Forward(target[.., t], hidden);
            loss = loss + F.CrossEntropy(logits, target[.., t + 1]);
        }

        return loss / (target.Shape[1] - 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new Seq2Seq(new Encoder(), new Decoder()),
            n => [Tensor.Randint(0, 6, [n, 3]), Tensor.Randint(0, 7, [n, 4])])
        { IsScalar = true };
}
