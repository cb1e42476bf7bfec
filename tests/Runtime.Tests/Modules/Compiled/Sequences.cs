namespace NnGen.Tests.Modules.Compiled;

/// <summary>A recurrent network over text: indices, vectors, an LSTM whose states are handed on, scores.</summary>
[Module]
public partial class CharacterModel(int vocabulary, int hidden)
{
    private readonly Embedding embedding = new(vocabulary, 6);
    private readonly LSTM lstm = new(6, hidden, numLayers: 2, batchFirst: true);
    private readonly LayerNorm norm = new(hidden);
    private readonly Linear head = new(hidden, vocabulary);

    public (Tensor Scores, Tensor H, Tensor C) Forward([Shape("N, T")] Tensor<long> x, Tensor h, Tensor c)
    {
        var (y, (hn, cn)) = lstm.Forward(embedding.Forward(x), (h, c));
        return (head.Forward(F.Gelu(norm.Forward(y))), hn, cn);
    }
}

/// <summary>Sequences to classes: a GRU without first states, and the last states of it.</summary>
[Module]
public partial class SequenceClassifier(int features, int classes)
{
    private readonly GRU gru = new(features, 5, bidirectional: true);
    private readonly LayerNorm norm = new((2, 5), bias: false);
    private readonly Linear head = new(10, classes);

    public Tensor Forward([Shape("T, N, features")] Tensor x)
    {
        var (_, h) = gru.Forward(x);
        return head.Forward(F.Flatten(norm.Forward(h.Transpose(0, 1)), 1));
    }
}

/// <summary>Two steps of a cell with a pair of states.</summary>
[Module]
public partial class TwoSteps
{
    private readonly LSTMCell cell = new(3, 4);
    private readonly GRUCell gate = new(4, 4);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var state = cell.Forward(x);
        var (h, c) = cell.Forward(x * 0.5, state);
        return gate.Forward(h, gate.Forward(c));
    }
}

/// <summary>Causal self-attention of one head after a normalization, with an optional mask.</summary>
[Module]
public partial class SelfAttention(int features)
{
    private readonly LayerNorm norm = new(features);
    private readonly Linear query = new(features, features);
    private readonly Linear key = new(features, features);
    private readonly Linear value = new(features, features);

    public Tensor Forward([Shape("N, T, features")] Tensor x, Tensor? mask = null)
    {
        x = norm.Forward(x);
        return x + F.ScaledDotProductAttention(query.Forward(x), key.Forward(x), value.Forward(x), isCausal: true)
            + F.ScaledDotProductAttention(query.Forward(x), key.Forward(x), value.Forward(x), mask);
    }
}

/// <summary>Upsampling between activations.</summary>
[Module]
public partial class Enlarged
{
    private readonly Upsample twice = new(scaleFactor: 2);
    private readonly Softmax softmax = new(1);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x) => softmax.Forward(F.Interpolate(twice.Forward(F.Silu(x)), (5, 7)));
}
