[Module]
public partial class Block
{
    private readonly Conv2d conv = new(64, 64, 3);

    public Tensor Forward([Shape("N, 64, 56, 56")] Tensor x) => x + F.Relu(conv.Forward(x));
}
