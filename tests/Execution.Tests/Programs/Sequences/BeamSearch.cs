using NnGen;

namespace Programs.Sequences.BeamSearch;

/// <summary>A decoder that keeps the best beams while it writes: scores of all continuations, the best of them, the states they came from.</summary>
[Module]
public partial class Decoder(int vocabulary, int hidden, int beams, int steps)
{
    private readonly Embedding tokens = new(vocabulary, hidden);
    private readonly GRUCell cell = new(hidden, hidden);
    private readonly Linear head = new(hidden, vocabulary);

    public (Tensor Scores, Tensor<long> Words) Forward([Shape("N, hidden")] Tensor context)
    {
        var n = context.Shape[0];
        var state = context.Unsqueeze(1).Expand(n, beams, hidden).Reshape(n * beams, hidden);
        var word = Tensor.Zeros(n * beams).Long();
        var scores = Tensor.Zeros(n, beams);
        for (var step = 0; step < steps; step++)
        {
            state = cell.Forward(tokens.Forward(word), state);
            var log = F.LogSoftmax(head.Forward(state), -1).View(n, beams, vocabulary);
            var all = (scores.Unsqueeze(2) + log).View(n, beams * vocabulary);
            (scores, var best) = all.TopK(beams, 1);
            var origin = best.FloorDivide(vocabulary);
            word = (best % vocabulary).View(n * beams);
            var rows = (Tensor<long>.Arange(n).Unsqueeze(1) * beams + origin).View(n * beams);
            state = state.IndexSelect(0, rows);
        }

        return (scores, word.View(n, beams));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Decoder(7, 5, 3, 4), n => [Tensor.Randn(n, 5)]) { IsSmooth = false };
}
