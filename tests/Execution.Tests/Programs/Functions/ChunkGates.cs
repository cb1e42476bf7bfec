using NnGen;

namespace Programs.Functions.ChunkGates;

// An LSTM's gates by hand.
[Module]
public partial class ManualLstm(int inputs, int hidden)
{
    private readonly Linear gates = new(inputs + hidden, 4 * hidden);

    public (Tensor H, Tensor C) Forward([Shape("N, inputs")] Tensor x, [Shape("N, hidden")] Tensor h, [Shape("N, hidden")] Tensor c)
    {
        var parts = gates.Forward(F.Cat([x, h], 1)).Chunk(4, 1);
        var i = parts[0].Sigmoid();
        var f = parts[1].Sigmoid();
        var g = parts[2].Tanh();
        var o = parts[3].Sigmoid();
        c = f * c + i * g;
        return (o * c.Tanh(), c);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ManualLstm(2, 3), n => [Tensor.Randn(n, 2), Tensor.Randn(n, 3), Tensor.Randn(n, 3)]);
}
