// NNG1001: 'conv.Forward(x) + time.Forward(t)' cannot broadcast 'conv.Forward(x)' [N, 128, 16, 16] with 'time.Forward(t)' [N, 128]: 16 and 128 at dim -1 are neither equal nor 1
[Module]
public partial class Block
{
    private readonly Conv2d conv = new(64, 128, 3, padding: 1);
    private readonly Linear time = new(256, 128);

    public Tensor Forward([Shape("N, 64, 16, 16")] Tensor x, [Shape("N, 256")] Tensor t) => [|conv.Forward(x) + time.Forward(t)|];
}
