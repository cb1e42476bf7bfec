using NnGen;

namespace Programs.Sequences.HaltingRecurrence;

// Reads until its gate says that it has seen enough, and skips steps that carry nothing.
[Module]
public partial class HaltingRecurrence(int hidden)
{
    private readonly RNNCell cell = new(3, hidden);
    private readonly Linear gate = new(hidden, 1);

    public Tensor Forward([Shape("N, T, 3")] Tensor x)
    {
        var h = Tensor.Zeros(x.Shape[0], hidden);
        var read = 0;
        for (var t = 0; t < x.Shape[1]; t++)
        {
            var step = x[.., t];
            if (step.Abs().Mean().Item() < 0.3f)
                continue;
            h = cell.Forward(step, h);
            read++;
            if (F.Sigmoid(gate.Forward(h)).Mean().Item() > 0.6f)
                break;
        }

        return h / (read + 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new HaltingRecurrence(4), n => [Tensor.Randn(n, 7, 3)]) { IsSmooth = false };
}
