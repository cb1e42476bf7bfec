using NnGen;

namespace Programs.Sequences.GreedyDecoder;

// The tutorial's translation network: attention over the encoder's outputs, tokens fed back or forced.
[Module]
public partial class Encoder(int vocabulary, int hidden)
{
    private readonly Embedding embedding = new(vocabulary, hidden);
    private readonly GRU gru = new(hidden, hidden, batchFirst: true);

    public (Tensor Outputs, Tensor Hidden) Forward(Tensor<long> input) => gru.Forward(embedding.Forward(input));
}

[Module]
public partial class Decoder(int vocabulary, int hidden, int maxLength)
{
    private readonly Embedding embedding = new(vocabulary, hidden);
    private readonly Linear wa = new(hidden, hidden);
    private readonly Linear ua = new(hidden, hidden);
    private readonly Linear va = new(hidden, 1);
    private readonly GRU gru = new(2 * hidden, hidden, batchFirst: true);
    private readonly Linear @out = new(hidden, vocabulary);

    public (Tensor Scores, Tensor Hidden, Tensor Attentions, Tensor<long> Tokens) Forward(Tensor encoderOutputs, Tensor encoderHidden, Tensor<long>? target = null)
    {
        var input = Tensor<long>.Zeros(encoderOutputs.Size(0), 1);
        var hidden = encoderHidden;
        var (outputs, attentions, tokens) = (new List<Tensor>(), new List<Tensor>(), new List<Tensor<long>> { input });
        for (var i = 0; i < maxLength; i++)
        {
            (var output, hidden, var weights) = Step(input, hidden, encoderOutputs);
            outputs.Add(output);
            attentions.Add(weights);
            if (target is not null)
            {
                input = target[.., i].Unsqueeze(1);
            }
            else
            {
                var (_, top) = output.TopK(1);
                input = top.Squeeze(-1);
            }

            tokens.Add(input);
        }

        return (F.LogSoftmax(F.Cat(outputs, 1), -1), hidden, F.Cat(attentions, 1), F.Cat(tokens, 1));
    }

    private (Tensor, Tensor, Tensor) Step(Tensor<long> input, Tensor hidden, Tensor keys)
    {
        var embedded = embedding.Forward(input);
        var query = hidden.Permute(1, 0, 2);
        var scores = va.Forward(F.Tanh(wa.Forward(query) + ua.Forward(keys))).Squeeze(2).Unsqueeze(1);
        var weights = F.Softmax(scores, -1);
        var (output, h) = gru.Forward(F.Cat([embedded, weights.Bmm(keys)], 2), hidden);
        return (@out.Forward(output), h, weights);
    }
}

[Module]
public partial class GreedyDecoder
{
    private readonly Encoder encoder = new(7, 4);
    private readonly Decoder decoder = new(6, 4, 10);

    public (Tensor, Tensor<long>) Forward([Shape("N, T")] Tensor<long> source)
    {
        var (outputs, hidden) = encoder.Forward(source);
        var (scores, _, _, tokens) = decoder.Forward(outputs, hidden);
        return (scores, tokens);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new GreedyDecoder(), n => [Tensor.Randint(0, 7, [n, 5])]);
}
