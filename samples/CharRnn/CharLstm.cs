using NnGen;

namespace CharRnnSample;

/// <summary>Reads characters one after the other with an LSTM and scores the next one.</summary>
[Module]
public partial class CharLstm(int vocabulary, int hidden)
{
    private readonly Embedding embedding = new(vocabulary, 64);
    private readonly LSTM lstm = new(64, hidden, batchFirst: true);
    private readonly Linear head = new(hidden, vocabulary);

    /// <summary>Scores of shape <c>N, T, vocabulary</c> of pieces that are read from their beginning.</summary>
    public Tensor Forward([Shape("N, T")] Tensor<long> tokens)
    {
        var (output, _) = lstm.Forward(embedding.Forward(tokens));
        return head.Forward(output);
    }

    /// <summary>The same where reading goes on with a state, and the state afterwards.</summary>
    public (Tensor Scores, Tensor H, Tensor C) Continue([Shape("N, T")] Tensor<long> tokens, Tensor h, Tensor c)
    {
        var (output, state) = lstm.Forward(embedding.Forward(tokens), (h, c));
        return (head.Forward(output), state.H, state.C);
    }

    /// <summary>Reads one piece of text after the other, each from where the last one ended.</summary>
    public Func<Tensor<long>, Tensor> Reader()
    {
        var (h, c) = (Tensor.Zeros(1, 1, lstm.HiddenSize), Tensor.Zeros(1, 1, lstm.HiddenSize));
        return tokens =>
        {
            (var scores, h, c) = PredictContinue(tokens, h, c);
            return scores;
        };
    }
}
