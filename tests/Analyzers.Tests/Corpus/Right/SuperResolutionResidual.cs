[Module]
public partial class Edsr(int scale)
{
    private readonly Conv2d head = new(3, 64, 3, padding: 1);
    private readonly ModuleList<Conv2d> body = new(16, _ => new Conv2d(64, 64, 3, padding: 1));
    private readonly Conv2d expand = new(64, 64 * scale * scale, 3, padding: 1);
    private readonly PixelShuffle shuffle = new(scale);
    private readonly Conv2d tail = new(64, 3, 3, padding: 1);

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x)
    {
        x = head.Forward(x);
        var skip = x;
        foreach (var conv in body)
            x = x + 0.1 * F.Relu(conv.Forward(x));
        return tail.Forward(shuffle.Forward(expand.Forward(x + skip)));
    }
}
