using NnGen;

namespace CharRnnSample;

/// <summary>Reads characters one after the other with a GRU and scores the next one.</summary>
[Module]
public partial class CharGru(int vocabulary, int hidden)
{
    private readonly Embedding embedding = new(vocabulary, 64);
    private readonly GRU gru = new(64, hidden, batchFirst: true);
    private readonly Linear head = new(hidden, vocabulary);

    /// <summary>Scores of shape <c>N, T, vocabulary</c> of pieces that are read from their beginning.</summary>
    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var (output, _) = gru.Forward(embedding.Forward(tokens));
        return head.Forward(output);
    }

    /// <summary>The same where reading goes on with a state, and the state afterwards.</summary>
    public (Tensor Scores, Tensor H) Continue([Shape("N, T")] Tensor<long> tokens, Tensor h)
    {
        var (output, state) = gru.Forward(embedding.Forward(tokens), h);
        return (head.Forward(output), state);
    }

    /// <summary>Reads one piece of text after the other, each from where the last one ended.</summary>
    public Func<Tensor<long>, Tensor> Reader()
    {
        var h = Tensor.Zeros(1, 1, gru.HiddenSize);
        return tokens =>
        {
            (var scores, h) = PredictContinue(tokens, h);
            return scores;
        };
    }
}
