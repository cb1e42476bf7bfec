// NNG1001: 'h + x' cannot broadcast 'h' from 'bn2' [N, 128, 28, 28] with 'x' [N, 64, 56, 56]: 128 and 64 at dim -3 are neither equal nor 1
[Module]
public partial class Block
{
    private readonly Conv2d conv1 = new(64, 128, 3, stride: 2, padding: 1);
    private readonly BatchNorm2d bn1 = new(128);
    private readonly Conv2d conv2 = new(128, 128, 3, padding: 1);
    private readonly BatchNorm2d bn2 = new(128);

    public Tensor Forward([Shape("N, 64, 56, 56")] Tensor x)
    {
        var h = F.Relu(bn1.Forward(conv1.Forward(x)));
        h = bn2.Forward(conv2.Forward(h));
        return F.Relu([|h + x|]);
    }
}
