// NNG1001: 'head' takes 10 features, but 'next' from 'cell' is [N, 20]: let 'head' take 20
[Module]
public partial class Cell(int input, int hidden)
{
    private readonly Linear gates = new(input + hidden, 4 * hidden);

    public (Tensor H, Tensor C) Forward([Shape("N, input")] Tensor x, [Shape("N, hidden")] Tensor h, [Shape("N, hidden")] Tensor c)
    {
        var all = gates.Forward(F.Cat([x, h], 1)).Chunk(4, 1);
        var (i, f, g, o) = (F.Sigmoid(all[0]), F.Sigmoid(all[1]), F.Tanh(all[2]), F.Sigmoid(all[3]));
        c = f * c + i * g;
        return (o * F.Tanh(c), c);
    }
}

[Module]
public partial class Net
{
    private readonly Cell cell = new(10, 20);
    private readonly Linear head = new(10, 2);

    public Tensor Forward([Shape("N, 10")] Tensor x, [Shape("N, 20")] Tensor h, [Shape("N, 20")] Tensor c)
    {
        var (next, _) = cell.Forward(x, h, c);
        return [|head.Forward(next)|];
    }
}
