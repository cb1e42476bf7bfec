[Module]
public partial class Block(int channels, int hidden)
{
    private readonly Linear up = new(channels, hidden);
    private readonly Linear down = new(hidden, channels);

    [return: Shape("*B, channels")]
    public Tensor Forward([Shape("*B, channels")] Tensor x) => x + down.Forward(F.Tanh(up.Forward(x)));
}

[Module]
public partial class Net
{
    private readonly Block first = new(16, 64);
    private readonly Block second = new(16, 32);
    private readonly Linear head = new(16, 3);

    public Tensor Forward([Shape("N, 16")] Tensor x) => head.Forward(second.Forward(first.Forward(x)));
}
