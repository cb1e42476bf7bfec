using NnGen;

namespace Programs.Flow.AdaptiveComputationTime;

// Graves' ACT over a batch: steps until every row has spent its halting probability.
[Module]
public partial class AdaptiveComputationTime(int hidden, int most)
{
    private readonly GRUCell cell = new(3, hidden);
    private readonly Linear halt = new(hidden, 1);

    public (Tensor State, Tensor Ponder) Forward([Shape("N, 3")] Tensor x, [Shape("N, hidden")] Tensor h)
    {
        var output = h * 0f;
        var spent = halt.Forward(h) * 0f;
        var steps = 0;
        while (true)
        {
            h = cell.Forward(x, h);
            var p = F.Sigmoid(halt.Forward(h)) * (1f - spent);
            output = output + p * h;
            spent = spent + p;
            steps++;
            if (steps >= most || spent.AMin(0).Item() > 0.9f)
                break;
        }

        output = output + (1f - spent) * h;
        return (output, (1f - spent).Mean() + steps);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new AdaptiveComputationTime(4, 8), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 4)]) { IsSmooth = false };
}
