// NNG1001: 'block' takes 32 at dim 1, but 'h' from 'stem' is [N, 16]: let 'block' take 16
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
    private readonly Linear stem = new(8, 16);
    private readonly Block block = new(32, 64);

    public Tensor Forward([Shape("N, 8")] Tensor x)
    {
        var h = stem.Forward(x);
        return [|block.Forward(h)|];
    }
}
