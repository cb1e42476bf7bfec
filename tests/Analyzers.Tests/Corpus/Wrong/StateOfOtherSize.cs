// NNG1001: 'cell' takes 20 at dim 1, but 'h' is [N, 10]: let 'cell' take 10
[Module]
public partial class Cell(int input, int hidden)
{
    private readonly Linear fromInput = new(input, hidden);
    private readonly Linear fromState = new(hidden, hidden);

    public Tensor Forward([Shape("N, input")] Tensor x, [Shape("N, hidden")] Tensor h) => F.Tanh(fromInput.Forward(x) + fromState.Forward(h));
}

[Module]
public partial class Net
{
    private readonly Cell cell = new(10, 20);

    public Tensor Forward([Shape("N, 10")] Tensor x, [Shape("N, 10")] Tensor h) => [|cell.Forward(x, h)|];
}
