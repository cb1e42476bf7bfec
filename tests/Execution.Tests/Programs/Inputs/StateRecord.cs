using NnGen;

namespace Programs.Inputs.StateRecord;

// The state of a recurrent network as a record: taken, kept over the turns of a loop, given back.
public sealed record State(Tensor Hidden, Tensor Cell)
{
    public static State Zeros(int batch, int size) => new(Tensor.Zeros(batch, size), Tensor.Zeros(batch, size));
}

[Module]
public partial class PeepholeCell
{
    private readonly Linear gates = new(3 + 4, 8);

    public State Forward([Shape("N, 3")] Tensor x, State state)
    {
        var (forget, update) = gates.Forward(F.Cat([x, state.Hidden], dim: 1)).Chunk(2, dim: 1);
        var cell = F.Sigmoid(forget + state.Cell) * state.Cell + F.Tanh(update);
        return state with { Hidden = F.Tanh(cell), Cell = cell };
    }
}

[Module]
public partial class Recurrent
{
    private readonly PeepholeCell cell = new();

    public (Tensor Output, State State) Forward([Shape("N, T, 3")] Tensor x, State? state = null)
    {
        var current = state ?? State.Zeros(x.Shape[0], 4);
        for (var t = 0; t < x.Shape[1]; t++)
            current = cell.Forward(x[.., t], current);
        return (current.Hidden * 2, current);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PeepholeCell(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 4), Tensor.Randn(n, 4)]);

    [Sample]
    public static Sample OverTime() => new(() => new Recurrent(), n => [Tensor.Randn(n, 3, 3), Tensor.Randn(n, 4), Tensor.Randn(n, 4)]);
}
