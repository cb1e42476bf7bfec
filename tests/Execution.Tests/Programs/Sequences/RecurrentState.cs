using NnGen;

namespace Programs.Sequences.RecurrentState;

// The hidden state is an input; the loop counts to a dim.
[Module]
public partial class ElmanNetwork
{
    private readonly Linear input = new(2, 3);
    private readonly Linear hidden = new(3, 3, bias: false);
    private readonly Linear output = new(3, 2);

    public Tensor Forward([Shape("T, N, 2")] Tensor x, [Shape("N, 3")] Tensor h)
    {
        for (int t = 0; t < x.Shape[0]; ++t)
            h = F.Tanh(input.Forward(x[t]) + hidden.Forward(h));
        return output.Forward(h);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ElmanNetwork(), n => [Tensor.Randn(4, n, 2), Tensor.Randn(n, 3)]);
}
