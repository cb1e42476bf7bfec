using NnGen;

namespace Programs.Sequences.PackedSequences;

// Sequences of different lengths: only their own steps reach the result.
[Module]
public partial class Tagger(int vocabulary, int hidden)
{
    private readonly Embedding embedding = new(vocabulary, 4);
    private readonly GRU rnn = new(4, hidden, batchFirst: true, bidirectional: true);
    private readonly Linear tags = new(2 * hidden, 3);

    public (Tensor Tags, Tensor H) Forward([Shape("N, T")] Tensor<long> tokens, [Shape("N")] Tensor<long> lengths)
    {
        var packed = NnUtils.PackPaddedSequence(embedding.Forward(tokens), lengths, batchFirst: true, enforceSorted: false);
        packed = packed with { Data = F.Tanh(packed.Data) };
        var (output, h) = rnn.Forward(packed);
        var (padded, _) = NnUtils.PadPackedSequence(output, batchFirst: true, totalLength: tokens.Shape[1]);
        return (tags.Forward(padded), h);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Tagger(7, 3), n => [Tensor.Randint(0, 7, [n, 5]), Tensor.Randint(1, 6, [n])]);
}
