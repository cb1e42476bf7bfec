// NNG1001: 'x + F.Relu(conv.Forward(x))' cannot broadcast 'x' [N, 64, 56, 56] with 'F.Relu(conv.Forward(x))' [N, 64, 54, 54]: 56 and 54 at dim -2 are neither equal nor 1
[Module]
public partial class Block
{
    private readonly Conv2d conv = new(64, 64, 3);

    public Tensor Forward([Shape("N, 64, 56, 56")] Tensor x) => [|x + F.Relu(conv.Forward(x))|];
}
