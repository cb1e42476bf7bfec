using NnGen;

namespace Programs.Inputs.Tuple;

[Module]
public partial class Cell
{
    private readonly LSTMCell cell = new(3, 4);
    private readonly Linear head = new(4, 2);

    public (Tensor Output, (Tensor H, Tensor C) State) Forward(Tensor x, (Tensor H, Tensor C) state)
    {
        var (h, c) = cell.Forward(x, state);
        return (head.Forward(h), (h, c));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Cell(), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 4), Tensor.Randn(n, 4)]);
}
