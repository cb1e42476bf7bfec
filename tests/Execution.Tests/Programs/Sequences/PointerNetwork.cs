using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.PointerNetwork;

/// <summary>A decoder whose outputs are places of its input (Vinyals et al. 2015): what was chosen is masked and fed on.</summary>
[Module]
public partial class PointerNetwork(int width)
{
    private readonly LSTM encoder = new(2, width, batchFirst: true);
    private readonly LSTMCell decoder = new(2, width);
    private readonly Linear keys = new(width, width, bias: false);
    private readonly Linear query = new(width, width, bias: false);
    private readonly Parameter v = new(Tensor.Rand(width));

    public (Tensor LogProbabilities, Tensor<long> Tour) Forward([Shape("N, T, 2")] Tensor points)
    {
        var (n, count, _) = points.Shape;
        var (memory, (h, c)) = encoder.Forward(points);
        (h, c) = (h.Squeeze(0), c.Squeeze(0));
        var input = points.Mean(1);
        var visited = Tensor.Zeros(n, count).Bool();
        var k = keys.Forward(memory);
        List<Tensor> steps = [];
        var tour = Tensor.Zeros(n, count);
        var places = Tensor.Arange(count);
        for (var step = 0; step < count; step++)
        {
            (h, c) = decoder.Forward(input, (h, c));
            var scores = F.Tanh(k + query.Forward(h).Unsqueeze(1)).MatMul(v);
            var log = F.LogSoftmax(scores.MaskedFill(visited, -1e9f), 1);
            var chosen = log.ArgMax(1);
            steps.Add(log);
            tour = F.Where(places.Eq(step), chosen.Float().Unsqueeze(1), tour);
            visited = visited | F.OneHot(chosen, count).Bool();
            input = points.Gather(1, chosen.View(n, 1, 1).Expand(n, 1, 2)).Squeeze(1);
        }

        return (F.Stack(steps, 1), tour.Long());
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PointerNetwork(5), n => [Tensor.Rand(n, 4, 2)]) { IsSmooth = false };
}
