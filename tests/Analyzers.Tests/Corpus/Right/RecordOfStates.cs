public sealed record State(Tensor Hidden, Tensor Cell);

[Module]
public partial class Cell(int inputs, int hidden)
{
    private readonly Linear gates = new(inputs + hidden, 4 * hidden);

    public State Forward([Shape("N, inputs")] Tensor x, State state)
    {
        var parts = gates.Forward(F.Cat([x, state.Hidden], 1)).Chunk(4, 1);
        var cell = F.Sigmoid(parts[0]) * state.Cell + F.Sigmoid(parts[1]) * F.Tanh(parts[2]);
        return new State(F.Sigmoid(parts[3]) * F.Tanh(cell), cell);
    }
}
