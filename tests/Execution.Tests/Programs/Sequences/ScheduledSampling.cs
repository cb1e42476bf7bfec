using NnGen;

namespace Programs.Sequences.ScheduledSampling;

// A decoder that is fed the target while training, and what it predicted otherwise.
[Module]
public partial class ScheduledSampling
{
    private readonly Embedding embedding = new(5, 3);
    private readonly GRUCell cell = new(3, 4);
    private readonly Linear output = new(4, 5);

    public Tensor Forward([Shape("N, 4")] Tensor h, [Shape("N, T")] Tensor<long> target)
    {
        var token = target[.., 0];
        var scores = output.Forward(h);
        for (var t = 1; t < target.Shape[1]; t++)
        {
            h = cell.Forward(embedding.Forward(token), h);
            var logits = output.Forward(h);
            scores = scores + logits;
            token = Training ? target[.., t] : logits.ArgMax(1);
        }

        return scores;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ScheduledSampling(), n => [Tensor.Randn(n, 4), Tensor.Randint(0, 5, [n, 6])]);
}
